/**
 * Files on their way in, in parts that a cut connection does not lose. A complete upload is a delivery, exactly as if its
 * bytes had come at once.
 */
package anchorage.ingest.upload;
