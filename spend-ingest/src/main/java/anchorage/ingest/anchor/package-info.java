/** The large organisations, rooted in the place, that share their spending. */
package anchorage.ingest.anchor;
