/** The recurring streams of an anchor's deliveries, each with its column mapping, VAT basis, threshold and cadence. */
package anchorage.ingest.feed;
