/** Takes an anchor's delivery, keeps its bytes, reads every row, and publishes what it accepted. */
package anchorage.ingest;
