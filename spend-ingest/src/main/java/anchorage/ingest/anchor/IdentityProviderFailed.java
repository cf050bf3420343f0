package anchorage.ingest.anchor;

/** The identity provider could not make or change an anchor's client. */
public class IdentityProviderFailed extends RuntimeException {

    public IdentityProviderFailed(String what, Throwable cause) {
        super(
                "The identity provider could not be asked: " + what + ". Send the request again; it may be repeated.",
                cause);
    }
}
