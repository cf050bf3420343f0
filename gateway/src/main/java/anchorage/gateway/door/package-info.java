/** Lets requests through to the services: only along known paths, only with a valid token, with clean headers. */
package anchorage.gateway.door;
