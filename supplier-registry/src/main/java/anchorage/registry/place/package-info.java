/** Areas with GSS codes, which larger areas they lie in, and which district a postcode lies in. */
package anchorage.registry.place;
