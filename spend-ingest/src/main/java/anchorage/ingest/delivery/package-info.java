/**
 * The files and pushes of a feed: taken, kept byte for byte, read, published, and accounted for row by row. A delivery
 * is accepted or refused as a whole.
 */
package anchorage.ingest.delivery;
