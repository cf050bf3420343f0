/** The named, versioned rules that say of a line whether it is LOCAL, ELSEWHERE or UNKNOWN. */
package anchorage.insight.localdefinition;
