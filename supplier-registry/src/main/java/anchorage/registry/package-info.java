/** Says who a supplier mention is, where that organisation was, who owned it and since when, and how we know. */
package anchorage.registry;
