/**
 * Webhooks, by Standard Webhooks 1.0.0: notices of what happened, written in the transaction that makes it so, and sent
 * to the addresses that asked for them until they arrive or days have passed.
 */
package anchorage.ingest.webhook;
