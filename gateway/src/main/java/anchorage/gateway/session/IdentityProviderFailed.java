package anchorage.gateway.session;

/** The identity provider could not be asked, or gave no answer that says anything of the session. */
public final class IdentityProviderFailed extends RuntimeException {

    IdentityProviderFailed(String what) {
        super("the identity provider " + what);
    }
}
