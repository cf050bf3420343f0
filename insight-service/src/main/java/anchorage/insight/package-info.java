/** Answers questions about local spend and leakage, each figure with its definition, its bounds and its lines. */
package anchorage.insight;
