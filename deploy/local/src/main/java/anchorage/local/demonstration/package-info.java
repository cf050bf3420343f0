/**
 * A made-up city region, the same on every machine: anchors, suppliers, premises, owners, and two years of ledgers with
 * the mess of real ones. Its places are Greater Manchester's; every organisation, person, number and postcode is
 * invented, and its anchors' ids begin with {@code demo-}.
 */
package anchorage.local.demonstration;
