package anchorage.desk.command;

import anchorage.desk.NotDone;
import anchorage.desk.Outcome;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The runnable jar's way in. */
@Command(
        name = "anchorage",
        description = "Pushes an anchor's files to Anchorage and follows them.",
        subcommands = {
            PushFiles.class,
            ImportFiles.class,
            ShowDelivery.class,
            FollowDelivery.class,
            SaveRefusedRows.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  Anchorage refused a file as a whole",
            "  2  the command was not understood",
            "  3  no answer came",
            "  4  the credentials are wrong, or not for this",
            "  5  Anchorage answered with a problem",
            "  6  a file on this machine cannot be read or written",
            "  7  not at its end yet; the same command again goes on",
            "  8  a defect of this program; please report it"
        })
public final class Main {

    /** Options that may stand in the environment, as {@code --client-id} in {@code ANCHORAGE_CLIENT_ID}. */
    private static final List<String> IN_ENVIRONMENT =
            List.of("--gateway", "--client-id", "--secret-file", "--key-file", "--key-id", "--anchor", "--feed");

    private Main() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words), System.getenv(), System.out, System.err));
    }

    /** Runs a command; answers its exit code. */
    static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        var report = new Report(out, err, words.contains("--json"));
        return new CommandLine(new Main(), new Made(new Surroundings(environment, report)))
                .setDefaultValueProvider(argument -> inEnvironment(argument, environment))
                // A file's name may begin so.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, Main::path)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, given) -> wrongUse(report, wrong))
                .setExecutionExceptionHandler((failure, line, parsed) -> notDone(report, failure))
                .execute(words.toArray(String[]::new));
    }

    private static String inEnvironment(ArgSpec argument, Map<String, String> environment) {
        return argument instanceof OptionSpec option
                ? Arrays.stream(option.names())
                        .filter(IN_ENVIRONMENT::contains)
                        .map(name -> "ANCHORAGE"
                                + name.substring(1).replace('-', '_').toUpperCase(Locale.ROOT))
                        .map(environment::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException unwritable) {
            throw new TypeConversionException("'" + name + "' is no file's name here. If it has letters beyond ASCII, "
                    + "Java needs a language with UTF-8: set LANG to C.UTF-8.");
        }
    }

    private static int wrongUse(Report report, CommandLine.ParameterException wrong) {
        report.failed(new NotDone(Outcome.WRONG_USE, wrong.getMessage()));
        report.say("See --help.");
        return report.end();
    }

    private static int notDone(Report report, Exception failure) {
        if (failure instanceof NotDone known) {
            report.failed(known);
        } else {
            report.failed(new NotDone(Outcome.DEFECT, "This should not happen: " + failure, failure));
            failure.printStackTrace();
        }
        return report.end();
    }

    /** Makes commands, each with what is around it. */
    private record Made(Surroundings around) implements CommandLine.IFactory {

        @Override
        public <T> T create(Class<T> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Surroundings.class})) {
                    return type.cast(constructor.newInstance(around));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "Anchorage "
                        + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)")
            };
        }
    }
}
