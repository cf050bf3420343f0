package anchorage.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What a delivery pays under some of its mentions; a large delivery says it in several of these. A later attempt of the
 * delivery makes what an earlier one said void.
 *
 * @param supersedes the delivery whose place this one takes, or null
 */
public record MentionsPaid(UUID delivery, int attempt, String anchor, UUID supersedes, List<Paid> mentions) {

    public MentionsPaid {
        mentions = List.copyOf(mentions);
    }

    /**
     * The lines under one mention.
     *
     * @param total their sum in pounds, credits being negative; text in the JSON, as amounts of lines are
     */
    public record Paid(
            UUID mention,
            long lines,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total) {}
}
