/**
 * What kind of payment a line is. Only PROCUREMENT counts in the headline figures; every other pound is listed beside
 * it, and the scopes sum to the ledger.
 */
package anchorage.insight.scope;
