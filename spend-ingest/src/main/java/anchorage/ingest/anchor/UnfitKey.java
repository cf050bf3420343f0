package anchorage.ingest.anchor;

/** A key is of a kind that is not taken, or too short. */
public class UnfitKey extends RuntimeException {

    UnfitKey(String kid) {
        super("The key '" + kid
                + "' is not taken. Send an RSA key of 2048 bits or more, with n and e, or an EC key on the "
                + "curve P-256, with x and y.");
    }
}
