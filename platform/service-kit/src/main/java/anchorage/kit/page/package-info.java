/** Lists in parts: each leads to the next by a cursor that only its list, with its filters, takes from its caller. */
package anchorage.kit.page;
