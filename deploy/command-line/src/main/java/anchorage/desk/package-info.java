/** Where an anchor's finance team works from its own machine: pushes files and follows them, as any user of the API. */
package anchorage.desk;
