/** What still holds where a check in a service's code is missing: the database keeps anchors apart. */
package anchorage.safeguard;
