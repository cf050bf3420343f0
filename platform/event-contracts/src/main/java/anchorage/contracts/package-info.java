/** The facts that services state to each other on Kafka: one record a fact, its topic, and nothing that computes. */
package anchorage.contracts;
