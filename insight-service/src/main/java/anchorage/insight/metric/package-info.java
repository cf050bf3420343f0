/** The figures: each with its formula, its basis and its bounds, over lines that the definitions have judged. */
package anchorage.insight.metric;
