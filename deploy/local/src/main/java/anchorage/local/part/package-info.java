/** The parts of a running Anchorage, as real processes: PostgreSQL, Kafka, Keycloak and the services. */
package anchorage.local.part;
