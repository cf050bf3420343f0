/** Runs the whole of Anchorage on one machine, without containers, and drives it from the command line. */
package anchorage.local;
