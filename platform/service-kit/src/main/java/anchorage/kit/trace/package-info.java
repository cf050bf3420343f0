/** What belongs together across services and over time, by W3C Trace Context. */
package anchorage.kit.trace;
