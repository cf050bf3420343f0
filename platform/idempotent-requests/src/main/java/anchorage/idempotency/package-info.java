/** Requests that may be sent again, by draft-ietf-httpapi-idempotency-key-header-07. */
package anchorage.idempotency;
