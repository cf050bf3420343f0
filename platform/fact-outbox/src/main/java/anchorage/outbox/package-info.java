/**
 * Facts on their way to Kafka: written in the transaction that makes them true, published after it, never lost and at
 * worst said twice.
 */
package anchorage.outbox;
