/**
 * What this service knows, and since when: the anchors, places, identifications and suppliers that others have stated.
 * Nothing is ever overwritten, so a question about an earlier moment has the answer it had then.
 */
package anchorage.insight.knowledge;
