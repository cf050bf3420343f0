/** Measures Anchorage against what a good analyst would do instead, alternating in one run. */
package anchorage.local.bench;
