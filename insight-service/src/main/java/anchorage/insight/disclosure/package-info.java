/**
 * What may be told of others' figures. A cell of a table is safe if enough contribute to it and none of them can be
 * estimated too closely from it; where a cell is withheld, others are too, so that it cannot be worked out from the sums.
 */
package anchorage.insight.disclosure;
