/** What clients of two services would notice if it differed: errors, roles, pages, CSV, tags. No word of the domain. */
package anchorage.kit;
