/** Talks to Anchorage through its gateway, as any user would. */
package anchorage.local.client;
