package anchorage.ingest.upload.web;

import anchorage.ingest.upload.UploadLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header fields of draft-ietf-httpbis-resumable-upload, which are structured fields (RFC 9651). A value that is not
 * of its field's type is as good as none, as the draft asks.
 */
final class UploadFields {

    static final String COMPLETE = "Upload-Complete";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String LIMIT = "Upload-Limit";
    static final String PART = "application/partial-upload";

    private static final String PARAMETERS = " *(;.*)?";
    private static final Pattern BOOLEAN = Pattern.compile(" *\\?([01])" + PARAMETERS);
    private static final Pattern INTEGER = Pattern.compile(" *(\\d{1,15})" + PARAMETERS);

    private UploadFields() {}

    static Optional<Boolean> truth(String field) {
        var matcher = BOOLEAN.matcher(field == null ? "" : field);
        return matcher.matches() ? Optional.of(matcher.group(1).equals("1")) : Optional.empty();
    }

    static Optional<Long> bytes(String field) {
        var matcher = INTEGER.matcher(field == null ? "" : field);
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }

    static String written(boolean truth) {
        return truth ? "?1" : "?0";
    }

    /** @param age how long the upload is kept from now on */
    static String written(UploadLimits limits, Duration age) {
        return "max-size=" + limits.wholeBytes() + ", max-append-size=" + limits.partBytes() + ", max-age="
                + Math.max(0, age.toSeconds());
    }
}
