package anchorage.ingest.upload.web;

import static anchorage.ingest.delivery.Relation.Kind.SUPERSEDES;
import static anchorage.ingest.delivery.Relation.Kind.SUPPLEMENTS;

import anchorage.ingest.delivery.Delivery.ControlTotal;
import anchorage.ingest.delivery.Push;
import anchorage.ingest.delivery.Relation;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a request says of the file that it brings, or begins to bring. */
record SentFile(
        @HeaderParam("Content-Disposition")
        @Parameter(
                description = "The file's name, as attachment; filename=\"...\", or in any script "
                        + "filename*=UTF-8''..., percent-encoded (RFC 8187)")
        String disposition,

        @HeaderParam("Repr-Digest") @Parameter(description = "RFC 9530, as sha-256=:...:; checked if sent")
        String digest,

        @QueryParam("expectedLines") @Parameter(description = "Refuse the delivery unless it has so many lines")
        Long expectedLines,

        @QueryParam("expectedTotal") @Parameter(description = "Refuse it unless they sum to these pounds")
        BigDecimal expectedTotal,

        @QueryParam("period") @Parameter(description = "What it covers, such as 2026-03")
        String period,

        @QueryParam("supersedes")
        @Parameter(
                description = "An applied delivery of this feed that stops counting at the moment at which this one "
                        + "comes to count")
        UUID supersedes,

        @QueryParam("supplements")
        @Parameter(
                description = "An applied delivery of this feed whose refused rows this file brings, mended; it counts "
                        + "beside that delivery, and for as long")
        UUID supplements) {

    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]+)\"?");
    private static final Pattern FILE_NAME_AS_IT_IS = Pattern.compile("(?i)filename\\*=UTF-8''([^;\\s]+)");
    private static final Pattern SHA_256 = Pattern.compile("sha-256=:([A-Za-z0-9+/=]+):");

    Push push(String anchor, String feed) {
        return new Push(
                anchor,
                feed,
                fileName().orElse(null),
                found(SHA_256, digest),
                new ControlTotal(expectedLines, expectedTotal, period),
                relation());
    }

    /** RFC 6266, section 4.3: who gives both forms of a name means the one that every script can be written in. */
    private Optional<String> fileName() {
        return found(FILE_NAME_AS_IT_IS, disposition)
                .flatMap(SentFile::decoded)
                .or(() -> found(FILE_NAME, disposition));
    }

    private static Optional<String> decoded(String percent) {
        try {
            return Optional.of(URLDecoder.decode(percent.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Relation> relation() {
        if (supersedes != null && supplements != null) {
            throw new BadRequestException(
                    "A delivery either supersedes another or supplements it. Give one of the two.");
        }
        return supersedes != null
                ? Optional.of(new Relation(SUPERSEDES, supersedes))
                : Optional.ofNullable(supplements).map(mended -> new Relation(SUPPLEMENTS, mended));
    }

    private static Optional<String> found(Pattern pattern, String header) {
        if (header == null) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
