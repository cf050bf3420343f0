/**
 * The dated, reversible decision that a mention is a supplier: by which method, with what score, and why. Identifier
 * first, then name; what nothing decides is a provisional supplier of its own.
 */
package anchorage.registry.identification;
