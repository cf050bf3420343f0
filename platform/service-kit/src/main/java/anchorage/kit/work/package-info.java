/** What a service does of itself, without being asked. */
package anchorage.kit.work;
