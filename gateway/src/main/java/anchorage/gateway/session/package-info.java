/** Who has signed in with a browser: the browser holds a name of the session and nothing else, the gateway the rest. */
package anchorage.gateway.session;
