/** What a client would rather have, and is told that it got (RFC 7240). */
package anchorage.kit.prefer;
