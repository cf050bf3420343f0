/** How good an anchor's feeds are: whether they come, whether they can be read, and what they leave out. */
package anchorage.ingest.quality;
