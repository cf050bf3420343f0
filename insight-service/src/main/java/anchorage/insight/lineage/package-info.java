/** The lines behind a figure: every one, each with the rule that put it there, summing to the figure to the penny. */
package anchorage.insight.lineage;
