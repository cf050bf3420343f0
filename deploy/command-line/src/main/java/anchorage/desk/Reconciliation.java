package anchorage.desk;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of a delivery, for the person who pushed it. */
public final class Reconciliation {

    private Reconciliation() {}

    public static String of(JsonNode delivery) {
        var text = new StringBuilder();
        text.append(delivery.path("fileName").asText())
                .append(": ")
                .append(delivery.get("state").asText())
                .append("\n");
        line(text, "delivery", delivery.get("id").asText());
        var counts = delivery.get("counts");
        line(text, "rows read", counts.get("read").asText());
        for (var kind : new String[] {"accepted", "refused", "blank", "excluded"}) {
            line(text, "  " + kind, counts.get(kind).asText());
        }
        line(text, "net", delivery.at("/totals/net").asText());
        line(
                text,
                "credits",
                delivery.at("/totals/creditLines").asText() + " lines, "
                        + delivery.at("/totals/credits").asText());
        if (delivery.hasNonNull("applied")) {
            line(
                    text,
                    "in the ledger",
                    delivery.at("/applied/lines").asText() + " lines, "
                            + delivery.at("/applied/total").asText());
        }
        if (delivery.hasNonNull("refused")) {
            line(text, "why refused", delivery.at("/refused/detail").asText());
        }
        for (var problem : delivery.path("problems")) {
            line(
                    text,
                    problem.get("code").asText(),
                    problem.get("count").asText() + " rows, for example row "
                            + problem.at("/sample/0/row").asText() + ": "
                            + problem.at("/sample/0/advice").asText());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("  ").append(String.format("%-22s", what)).append(value).append("\n");
    }
}
