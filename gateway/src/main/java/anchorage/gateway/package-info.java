/** The one public door: authenticates, routes, and shows one API and one set of pages. It has no data of its own. */
package anchorage.gateway;
