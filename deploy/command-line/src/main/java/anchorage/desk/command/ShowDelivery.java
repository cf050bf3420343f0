package anchorage.desk.command;

import anchorage.desk.Following;
import anchorage.desk.Reconciliation;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "status", description = "Say how a delivery stands.")
final class ShowDelivery implements Callable<Integer> {

    private final Report report;

    ShowDelivery(Surroundings around) {
        this.report = around.report();
    }

    @Mixin
    private Door door;

    @Parameters(paramLabel = "DELIVERY", description = "Its id, as push has said it.")
    private String delivery;

    @Override
    public Integer call() {
        var now = new Following(door.api(), report.progress(), Duration.ZERO).now(door.publisher(), delivery);
        report.put("delivery", now);
        report.tell(Reconciliation.of(now));
        report.cameOut(Following.outcome(now));
        return report.end();
    }
}
