package anchorage.desk.command;

import anchorage.desk.Following;
import anchorage.desk.Reconciliation;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "follow", description = "Follow a delivery until it counts, or is refused.")
final class FollowDelivery implements Callable<Integer> {

    private final Report report;

    FollowDelivery(Surroundings around) {
        this.report = around.report();
    }

    @Mixin
    private Door door;

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "How long to follow it (${DEFAULT-VALUE}).")
    private int minutes;

    @Parameters(paramLabel = "DELIVERY", description = "Its id, as push has said it.")
    private String delivery;

    @Override
    public Integer call() {
        var end = new Following(door.api(), report.progress(), Duration.ofMinutes(minutes))
                .toItsEnd(door.publisher(), delivery);
        report.put("delivery", end);
        report.tell(Reconciliation.of(end));
        report.cameOut(Following.outcome(end));
        return report.end();
    }
}
