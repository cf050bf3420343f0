/** What a client of two services would notice if it differed: errors, roles, pages, CSV. No word of the domain. */
package anchorage.kit;
