package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A page of the documentation, whose commands and programs are run as they stand there. */
final class Guide {

    private static final Pattern BLOCK = Pattern.compile("(?m)^```([a-z]*)\n((?:.*\n)+?)```$");

    private final String name;
    private final String text;

    private Guide(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** What a process said and how it ended. */
    record Ended(int exit, String out, String err) {}

    /** The page of that name. */
    static Guide named(String name) {
        try {
            return new Guide(name, Files.readString(Whole.root().resolve("docs/" + name + ".md")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String text() {
        return text;
    }

    /** The commands for a shell, which stand in blocks of no language, for the gateway that runs here. */
    List<String> commands() {
        return blocks("").stream()
                .map(block -> block.replace("http://localhost:8080", Whole.address()))
                .toList();
    }

    /** The one program in that language. */
    String program(String language) {
        var programs = blocks(language);
        assertThat(programs).as(name + " in " + language).hasSize(1);
        return programs.get(0);
    }

    private List<String> blocks(String language) {
        var blocks = BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
        assertThat(blocks).as(name).isNotEmpty();
        return blocks;
    }

    /** Runs commands in a folder in which {@code ./anchorage} is this installation's. */
    static Ended shell(String commands, Path folder, Map<String, String> more) throws Exception {
        var script = folder.resolve("anchorage");
        if (!Files.exists(script)) {
            Files.writeString(script, "#!/bin/sh\nexec " + Whole.root().resolve("anchorage") + " \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        var home = Whole.stack().home();
        var environment = new LinkedHashMap<>(more);
        environment.put("ANCHORAGE_DATA", home.data().toString());
        environment.put("ANCHORAGE_PORT_OFFSET", String.valueOf(home.portOffset()));
        return process(List.of("sh", "-e", "-c", commands), folder, environment);
    }

    /** Runs a command to its end. */
    static Ended process(List<String> command, Path folder, Map<String, String> environment) throws Exception {
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().putAll(environment);
        var exit = builder.start().waitFor();
        return new Ended(exit, Files.readString(out), Files.readString(err));
    }
}
