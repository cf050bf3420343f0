package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anchorage.desk.Progress;
import anchorage.desk.Pushing;
import anchorage.local.Anchoring;
import anchorage.local.demonstration.DemonstrationRegion;
import anchorage.local.part.PartFailed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./anchorage down --forget-demo} does before it stops everything. */
@ExtendWith(Whole.class)
class ForgettingIT {

    @TempDir
    Path folder;

    @Test
    void leavesNoDemonstrationFigureAndEveryOther() throws IOException, InterruptedException {
        // Given
        push("demo-forgotten", "50.00");
        push("never-forgotten", "75.00");
        var before = Whole.api()
                .get("analyst-demo", scopes("demo-forgotten"))
                .at("/basis/asOf")
                .asText();
        var secret = Whole.stack().secrets().of("publisher-demo-forgotten");
        var region = new DemonstrationRegion(Whole.api(), Whole.stack().secrets(), folder);

        // When
        region.forget(said -> {}, new Progress(System.out, false));

        // Then
        assertThat(total("demo-*")).isEqualByComparingTo("0");
        assertThat(total("demo-forgotten")).isEqualByComparingTo("0");
        assertThat(total("never-forgotten")).isEqualByComparingTo("75.00");
        assertThat(total("demo-forgotten&asOf=" + before)).isEqualByComparingTo("50.00");
        var stack = Whole.stack();
        assertThatThrownBy(() -> stack.api(stack.home().gateway()).token("publisher-demo-forgotten"))
                .isInstanceOf(PartFailed.class);
        assertThat(TokenEndpoint.bySecret("publisher-demo-forgotten", secret).statusCode())
                .isEqualTo(401);
        region.load(said -> assertThat(said).contains("was forgotten"), new Progress(System.out, false));
        assertThat(region.isLoaded()).isFalse();
    }

    private void push(String anchor, String net) throws IOException {
        new Anchoring(Whole.api(), Whole.stack().secrets())
                .put(anchor, Map.of("name", anchor, "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"));
        var file = Files.writeString(
                folder.resolve(anchor + ".csv"), "Date paid,Supplier name,Net amount\n01/04/2025,Roch," + net + "\n");
        new Pushing(Whole.api(), new Progress(System.out, false))
                .push("publisher-" + anchor, anchor, "spend", file, Map.of("vatBasis", "NET"));
    }

    private static String scopes(String anchor) {
        return "/v1/insights/scopes?anchor=" + anchor;
    }

    private static BigDecimal total(String anchor) {
        var total = BigDecimal.ZERO;
        for (var row : Whole.api().get("analyst-demo", scopes(anchor)).get("rows")) {
            total = total.add(new BigDecimal(row.get("total").asText()));
        }
        return total;
    }
}
