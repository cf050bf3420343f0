package anchorage.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a command: options with their values, and the rest in order.
 */
final class Arguments {

    private static final Set<String> FLAGS = Set.of("--empty", "--detach", "--forget-demo");
    private static final Set<String> WITH_VALUE = Set.of(
            "--data",
            "--name",
            "--kind",
            "--place",
            "--anchor",
            "--feed",
            "--client",
            "--vat",
            "--supersedes",
            "--supplements",
            "--source",
            "--mapping",
            "--json");

    private final Map<String, String> options = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    Arguments(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (!word.startsWith("--")) {
                rest.add(word);
            } else if (FLAGS.contains(word)) {
                options.put(word, "");
            } else if (!WITH_VALUE.contains(word)) {
                throw new WrongUse("There is no option " + word + ".");
            } else if (at + 1 < words.size()) {
                options.put(word, words.get(++at));
            } else {
                throw new WrongUse("The option " + word + " needs a value.");
            }
        }
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String required(String name) {
        return option(name).orElseThrow(() -> new WrongUse("The option " + name + " is needed."));
    }

    List<String> rest() {
        return rest;
    }

    String first(String what) {
        if (rest.isEmpty()) {
            throw new WrongUse("Say " + what + ".");
        }
        return rest.get(0);
    }

    /** A command that was not understood. */
    static final class WrongUse extends RuntimeException {
        WrongUse(String message) {
            super(message);
        }
    }
}
