/** How much of the door's capacity one caller may use. */
package anchorage.gateway.limit;
