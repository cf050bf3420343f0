/** The organisations that are paid: each with a stable id, and with dated facts that name their source. */
package anchorage.registry.supplier;
