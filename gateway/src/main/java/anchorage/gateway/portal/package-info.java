/** What a person or a program reads before the first call: the pages, and one description of the whole API. */
package anchorage.gateway.portal;
