/** The W3C Reconciliation Service API 0.2 over what public registers say of suppliers, and nothing else. */
package anchorage.registry.reconciliation;
