package anchorage.desk.command;

import anchorage.desk.Api;
import anchorage.desk.Importing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Load registers of organisations or places, as a steward, and follow each to its end.")
final class ImportFiles implements Callable<Integer> {

    private final Report report;

    ImportFiles(Surroundings around) {
        this.report = around.report();
    }

    @Mixin
    private Door door;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "From whom the register is, where its kind does not say.")
    private Optional<String> source;

    @Option(names = "--mapping", paramLabel = "MAPPING", description = "Which column means what, for organisations.")
    private Optional<String> mapping;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "companies-house, charities, mutuals, nhs-ods, organisations, nspl, code-point-open, "
                    + "area-lookup, imd, psc or bods.")
    private String kind;

    @Parameters(index = "1", arity = "1..*", paramLabel = "FILE", description = "The register, plain or in a zip.")
    private List<Path> files;

    @Override
    public Integer call() {
        ReadableFiles.check(files);
        var importing = new Importing(door.api(), report.progress());
        for (var file : files) {
            var loaded = importing.load(door.client(), kind, file, query());
            report.file(file.toString(), "import", loaded);
            report.tell(Importing.told(file, loaded));
        }
        return report.end();
    }

    private String query() {
        return Stream.of(
                        source.map(name -> "source=" + Api.encoded(name)),
                        mapping.map(columns -> "mapping=" + Api.encoded(columns)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&", "?", ""))
                .replaceAll("^\\?$", "");
    }
}
