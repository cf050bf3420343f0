package anchorage.local;

import anchorage.desk.Api;
import anchorage.desk.Importing;
import anchorage.desk.NotDone;
import anchorage.desk.Progress;
import anchorage.desk.Pushing;
import anchorage.desk.Reconciliation;
import anchorage.local.bench.Bench;
import anchorage.local.demonstration.DemonstrationRegion;
import anchorage.local.part.Keycloak;
import anchorage.local.part.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line behind {@code ./anchorage}. */
public final class Main {

    private static final String USAGE = """
            ./anchorage up [--empty] [--detach] [--data DIR]   build what is not built, start everything, load the
                                                               demonstration region unless --empty
            ./anchorage status                                 health, addresses, pids and memory of each part
            ./anchorage down [--forget-demo]                   stop everything; before that, take back what the
                                                               demonstration anchors have pushed
            ./anchorage logs [SERVICE]                         follow logs
            ./anchorage token CLIENT                           an access token, on standard output alone
            ./anchorage password PERSON                        the password with which a demonstration person signs in
            ./anchorage anchor ID --name N --kind K --place GSS   create or change an anchor
            ./anchorage push --anchor A --feed F [--client C] [--vat NET|GROSS|UNKNOWN]
                             [--supersedes D | --supplements D] FILE...
                                                               push deliveries and follow them to APPLIED; a big file
                                                               goes on where an earlier push broke off
            ./anchorage import KIND [--source S] [--mapping M] FILE...
                                                               load a register: companies-house, charities, mutuals,
                                                               nhs-ods, organisations, nspl, code-point-open,
                                                               area-lookup, imd, psc or bods
            ./anchorage bench [ingest|query|resolve|gateway] [--json FILE]
                                                               measure
            """;

    private final Home home;
    private final Stack stack;
    private final Progress progress;

    private Main(Home home) {
        this.home = home;
        this.stack = new Stack(home);
        this.progress = new Progress(System.err, System.console() != null);
    }

    public static void main(String[] words) throws IOException {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) throws IOException {
        if (words.isEmpty() || words.get(0).equals("help") || words.get(0).equals("--help")) {
            System.out.print(USAGE);
            return words.isEmpty() ? 2 : 0;
        }
        try {
            var arguments = new Arguments(words.subList(1, words.size()));
            var home = Home.of(System.getenv());
            var data = arguments.option("--data");
            return new Main(data.map(Path::of).map(home::withData).orElse(home)).command(words.get(0), arguments);
        } catch (Arguments.WrongUse wrong) {
            System.err.println(wrong.getMessage() + "\n\n" + USAGE);
            return 2;
        } catch (PartFailed failure) {
            System.err.println("anchorage: " + failure.getMessage());
            return 1;
        } catch (NotDone failure) {
            System.err.println("anchorage: " + failure.getMessage());
            return failure.outcome().exitCode();
        }
    }

    private int command(String command, Arguments arguments) throws IOException {
        switch (command) {
            case "up" -> new Up(stack, api(), progress).run(arguments.has("--empty"), arguments.has("--detach"));
            case "down" -> down(arguments.has("--forget-demo"));
            case "status" -> {
                return new Status(stack).print();
            }
            case "logs" -> new Logs(stack).follow(arguments.rest());
            case "token" -> System.out.println(api().token(arguments.first("which client")));
            case "password" -> System.out.println(password(arguments.first("which person")));
            case "anchor" -> anchor(arguments);
            case "push" -> {
                return push(arguments);
            }
            case "import" -> load(arguments);
            case "bench" ->
                new Bench(home).run(arguments.rest(), arguments.option("--json").map(Path::of));
            default -> throw new Arguments.WrongUse("There is no command '" + command + "'.");
        }
        return 0;
    }

    private void down(boolean isToForget) {
        if (isToForget) {
            new DemonstrationRegion(api(), stack.secrets(), home.data().resolve("demonstration"))
                    .forget(System.err::println, progress);
        }
        stack.stop(part -> System.err.println("stopping " + part));
    }

    private String password(String person) {
        if (!Keycloak.PEOPLE.contains(person)) {
            throw new PartFailed("There is no demonstration person '" + person + "'. There are "
                    + String.join(", ", Keycloak.PEOPLE));
        }
        return stack.secrets()
                .known(person)
                .orElseThrow(() -> new PartFailed("Passwords are made at the first './anchorage up'."));
    }

    private void anchor(Arguments arguments) {
        var id = arguments.first("the anchor's id");
        new Anchoring(api(), stack.secrets())
                .put(
                        id,
                        Map.of(
                                "name", arguments.required("--name"),
                                "kind", arguments.required("--kind"),
                                "homePlace", arguments.required("--place")));
        System.out.println("anchor " + id + " is there; its files are pushed with the client publisher-" + id);
    }

    private int push(Arguments arguments) {
        var anchor = arguments.required("--anchor");
        var feed = arguments.required("--feed");
        var client = arguments.option("--client").orElse("publisher-" + anchor);
        arguments.first("which files");
        var relation = relation(arguments);
        int exit = 0;
        for (var name : arguments.rest()) {
            var file = existing(name);
            var delivery = new Pushing(api(), progress)
                    .goingOn(home.data().resolve("uploads"))
                    .that(relation)
                    .push(
                            client,
                            anchor,
                            feed,
                            file,
                            arguments
                                    .option("--vat")
                                    .map(vat -> Map.of("vatBasis", vat))
                                    .orElse(Map.of()));
            System.out.print(Reconciliation.of(delivery));
            if (delivery.get("state").asText().equals("REFUSED")) {
                exit = 1;
            }
        }
        return exit;
    }

    /** Only one file can take an earlier delivery's place, or bring its mended rows. */
    private static Map<String, String> relation(Arguments arguments) {
        var relation = new TreeMap<String, String>();
        for (var kind : List.of("supersedes", "supplements")) {
            arguments.option("--" + kind).ifPresent(delivery -> relation.put(kind, delivery));
        }
        if (relation.size() > 1) {
            throw new Arguments.WrongUse("A delivery either supersedes another or supplements it.");
        }
        if (!relation.isEmpty() && arguments.rest().size() > 1) {
            throw new Arguments.WrongUse("Say one file, since one delivery stands in for another.");
        }
        return relation;
    }

    private void load(Arguments arguments) {
        var kind = arguments.first("which kind of register");
        var files = arguments.rest().subList(1, arguments.rest().size());
        if (files.isEmpty()) {
            throw new Arguments.WrongUse("Say which files.");
        }
        var query = new StringBuilder();
        for (var name : List.of("source", "mapping")) {
            arguments.option("--" + name).ifPresent(value -> query.append(query.isEmpty() ? "?" : "&")
                    .append(name)
                    .append("=")
                    .append(Api.encoded(value)));
        }
        for (var name : files) {
            var done = new Importing(api(), progress).load("steward-demo", kind, existing(name), query.toString());
            System.out.print(Importing.told(Path.of(name), done));
        }
    }

    private Api api() {
        return stack.api(home.gateway());
    }

    private static Path existing(String name) {
        var file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new PartFailed("there is no file " + file.toAbsolutePath());
        }
        return file;
    }
}
