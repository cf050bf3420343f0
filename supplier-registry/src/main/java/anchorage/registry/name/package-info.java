/** How the names and numbers of organisations are written, and when two of them are the same. */
package anchorage.registry.name;
