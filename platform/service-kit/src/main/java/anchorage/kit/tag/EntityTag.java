package anchorage.kit.tag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A strong entity tag, made from a representation's bytes: it changes exactly when they do, so no version need be
 * counted.
 */
record EntityTag(String value) {

    /** Enough of the digest that no two representations of one resource share it. */
    private static final int BYTES = 15;

    static EntityTag of(byte[] representation) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(representation);
            var head = Arrays.copyOf(digest, BYTES);
            return new EntityTag("\"" + Base64.getUrlEncoder().encodeToString(head) + "\"");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether If-None-Match lists this tag. Weak comparison: what a proxy has made weak still is what the client has. */
    boolean isIn(String ifNoneMatch) {
        return lists(ifNoneMatch, true);
    }

    /** Whether If-Match lists this tag. Strong comparison: a weak tag matches nothing (RFC 9110 section 8.8.3.2). */
    boolean satisfies(String ifMatch) {
        return lists(ifMatch, false);
    }

    private boolean lists(String header, boolean weakly) {
        for (var listed : header.split(",")) {
            var tag = listed.strip();
            if (tag.equals("*") || tag.equals(value) || weakly && tag.equals("W/" + value)) {
                return true;
            }
        }
        return false;
    }
}
