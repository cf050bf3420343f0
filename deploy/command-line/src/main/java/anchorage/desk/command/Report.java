package anchorage.desk.command;

import anchorage.desk.ApiRefused;
import anchorage.desk.NotDone;
import anchorage.desk.Outcome;
import anchorage.desk.Progress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Console;
import java.io.PrintStream;

/** What came of a command: text for people as it happens, or one JSON object for programs at the end. */
final class Report {

    /** Only ASCII, which is the same in whatever encoding the machine reads it. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final PrintStream out;
    private final PrintStream err;
    private final boolean isJson;
    private final ObjectNode object = JSON.createObjectNode();
    private Outcome outcome = Outcome.DONE;

    Report(PrintStream out, PrintStream err, boolean isJson) {
        this.out = out;
        this.err = err;
        this.isJson = isJson;
    }

    /** How far things have got, on a terminal alone. */
    Progress progress() {
        return new Progress(err, isTerminal());
    }

    /** Text for people. */
    void tell(String text) {
        if (!isJson) {
            out.print(text);
        }
    }

    /** A word to people beside what comes of the command. */
    void say(String text) {
        err.println(text);
    }

    /** One thing about the command as a whole. */
    void put(String name, JsonNode value) {
        object.set(name, value);
    }

    /** One thing about the command as a whole. */
    void put(String name, String value) {
        object.put(name, value);
    }

    /** What became of one file. */
    void file(String file, String what, JsonNode became) {
        object.withArray("files").addObject().put("file", file).set(what, became);
    }

    /** That something came out so; the command does unless something came out worse before. */
    void cameOut(Outcome how) {
        if (outcome == Outcome.DONE) {
            outcome = how;
        }
    }

    /** That the command ended early. */
    void failed(NotDone failure) {
        outcome = failure.outcome();
        object.put("detail", failure.getMessage());
        if (failure instanceof ApiRefused refused) {
            refused.problem().ifPresent(problem -> object.set("problem", problem));
        }
        err.println("anchorage: " + failure.getMessage());
    }

    /** Ends; answers the exit code. */
    int end() {
        if (isJson) {
            var whole = JSON.createObjectNode().put("outcome", outcome.name()).put("exitCode", outcome.exitCode());
            whole.setAll(object);
            out.println(written(whole));
        }
        return outcome.exitCode();
    }

    private static String written(ObjectNode whole) {
        try {
            return JSON.writeValueAsString(whole);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From Java 22 on there is a console even where nobody looks, and it says so itself. */
    private static boolean isTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
