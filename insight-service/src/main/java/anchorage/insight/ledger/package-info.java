/**
 * The lines of all applied deliveries: one immutable Parquet file a delivery, visible all at once or not at all, and
 * counted against what was sent before it is.
 */
package anchorage.insight.ledger;
