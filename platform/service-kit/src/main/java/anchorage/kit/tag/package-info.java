/** Entity tags: which representation a client has, and whether it is still the one that stands (RFC 9110 section 13). */
package anchorage.kit.tag;
