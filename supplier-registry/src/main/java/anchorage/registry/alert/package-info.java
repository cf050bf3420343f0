/** What a steward would want to be told of without asking. */
package anchorage.registry.alert;
