/** How programs are told in good time that an operation will end, and what takes its place. */
package anchorage.kit.sunset;
