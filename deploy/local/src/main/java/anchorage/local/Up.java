package anchorage.local;

import anchorage.desk.Api;
import anchorage.desk.Progress;
import anchorage.local.demonstration.DemonstrationRegion;
import anchorage.local.part.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Brings everything up, loads the demonstration region, and shows one figure that anybody can ask for again. */
final class Up {

    private static final String QUESTION =
            "/v1/insights/local-share?anchor=demo-*&period=2025-26&local=combined-authority";

    private final Stack stack;
    private final Api api;
    private final Progress progress;

    Up(Stack stack, Api api, Progress progress) {
        this.stack = stack;
        this.api = api;
        this.progress = progress;
    }

    void run(boolean isEmpty, boolean isDetached) {
        var began = Instant.now();
        stack.start(part -> say(began, "starting " + part));
        say(began, "all parts are ready");
        var region = new DemonstrationRegion(
                api, stack.secrets(), stack.home().data().resolve("demonstration"));
        if (!isEmpty) {
            region.load(step -> say(began, step), progress);
        }
        if (region.isLoaded()) {
            show();
        } else {
            addresses();
        }
        if (!isDetached) {
            holdUntilInterrupted();
        }
    }

    private void show() {
        var answer = settled();
        addresses();
        System.out.println();
        System.out.println("Of £" + answer.at("/total/total").asText()
                + " that the demonstration region's anchors bought in 2025-26, at least "
                + percent(answer.at("/total/share/atLeast").asText()) + " % and at most "
                + percent(answer.at("/total/share/atMost").asText()) + " % stayed in Greater Manchester.");
        System.out.println("Ask again:");
        System.out.println("  curl -s -H \"Authorization: Bearer $(./anchorage token analyst-demo)\" '"
                + stack.home().gateway() + QUESTION + "&asOf="
                + answer.at("/basis/asOf").asText() + "'");
    }

    /** The answer once nothing new has become known for a while: suppliers are identified after their lines are there. */
    private JsonNode settled() {
        var answer = api.get("analyst-demo", QUESTION);
        for (int tries = 0, same = 0; tries < 60 && same < 3; tries++) {
            Pause.millis(500);
            var again = api.get("analyst-demo", QUESTION);
            same = again.at("/basis/asOf").equals(answer.at("/basis/asOf")) ? same + 1 : 0;
            answer = again;
        }
        return answer;
    }

    private void addresses() {
        System.out.println();
        System.out.println("Anchorage   " + stack.home().gateway() + "   pages, /docs, /openapi.json, /v1");
        System.out.println("Keycloak    " + stack.keycloak().realmUrl());
        System.out.println(
                "Clients     admin-cli-demo, steward-demo, analyst-demo, publisher-<anchor>: ./anchorage token CLIENT");
        System.out.println("People      demo-analyst and others sign in at "
                + stack.home().gateway() + "/docs: ./anchorage password PERSON");
        System.out.println("Data        " + stack.home().data());
    }

    private void holdUntilInterrupted() {
        System.out.println();
        System.out.println("Ctrl-C stops everything.");
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stack.stop(part -> System.err.println("stopping " + part))));
        while (stack.parts().values().stream().anyMatch(part -> part.process().isPresent())) {
            Pause.millis(1000);
        }
    }

    private static String percent(String share) {
        return new java.math.BigDecimal(share).movePointRight(2).toPlainString();
    }

    private static void say(Instant began, String what) {
        System.err.printf("%4d s  %s%n", Duration.between(began, Instant.now()).toSeconds(), what);
    }
}
