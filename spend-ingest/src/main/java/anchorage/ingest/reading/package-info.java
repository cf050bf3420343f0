/**
 * Reads an anchor's file: finds its encoding, its delimiter, its header and its columns, turns each row into a line or
 * says exactly why not, and never loses or invents a pound.
 */
package anchorage.ingest.reading;
