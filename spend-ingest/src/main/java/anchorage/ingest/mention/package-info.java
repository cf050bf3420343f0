/** A supplier as one anchor wrote it: the supplier's code, name, identifiers and postcode on the anchor's lines. */
package anchorage.ingest.mention;
