/**
 * The public registers that say who organisations are and where places lie, each loaded from its publisher's file by a
 * restartable job that says what it took and what it did not.
 */
package anchorage.registry.register;
