package anchorage.desk.command;

import anchorage.desk.Api;
import anchorage.desk.NotDone;
import anchorage.desk.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "refused",
        description = "Save a delivery's refused rows as CSV, to be mended and pushed with --supplements.")
final class SaveRefusedRows implements Callable<Integer> {

    private final Report report;

    SaveRefusedRows(Surroundings around) {
        this.report = around.report();
    }

    @Mixin
    private Door door;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to save them; what is there is replaced.")
    private Path file;

    @Parameters(paramLabel = "DELIVERY", description = "Its id, as push has said it.")
    private String delivery;

    @Override
    public Integer call() {
        var api = door.api();
        try {
            // Beside its place, so that nothing is lost of what is there before all of it has come.
            var coming = Files.createTempFile(file.toAbsolutePath().getParent(), "refused-rows", ".part");
            try {
                api.download(
                        door.publisher(),
                        "/v1/deliveries/" + Api.encoded(delivery) + "/refused-rows",
                        "text/csv",
                        coming);
                Files.move(coming, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(coming);
            }
        } catch (IOException failure) {
            throw new NotDone(Outcome.NO_FILE, "cannot write " + file.toAbsolutePath(), failure);
        }
        report.put("file", file.toString());
        report.tell(file + "\n");
        return report.end();
    }
}
