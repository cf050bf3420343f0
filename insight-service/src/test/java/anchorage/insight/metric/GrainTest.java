package anchorage.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.insight.localdefinition.LocalDefinition;
import anchorage.insight.scope.ScopeRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrainTest {

    @Test
    void tellsNoMoreApartThanTheFigureAsks() {
        assertThat(Grain.of(asking(Days.ALL), List.of())).isEqualTo(Grain.SUPPLIER);
        assertThat(Grain.of(asking(Days.ALL), List.of(Dimension.PLACE))).isEqualTo(Grain.SUPPLIER);
        assertThat(Grain.of(asking(Days.ALL), List.of(Dimension.CATEGORY))).isEqualTo(Grain.CATEGORY);
        assertThat(Grain.of(asking(Days.ALL), List.of(Dimension.QUARTER))).isEqualTo(Grain.MONTH);
        assertThat(Grain.of(asking(Days.of("2025-26")), List.of(Dimension.CATEGORY)))
                .isEqualTo(Grain.CATEGORY_AND_MONTH);
        assertThat(Grain.of(asking(Days.ALL).where(Map.of(Dimension.CATEGORY, "Food")), List.of()))
                .isEqualTo(Grain.CATEGORY);
    }

    @Test
    void looksAtLinesWhereAMonthIsCut() {
        assertThat(Grain.of(asking(Days.asked("2025-04-02", null)), List.of())).isEqualTo(Grain.LINE);
        assertThat(Grain.of(asking(Days.asked(null, "2025-04-29")), List.of())).isEqualTo(Grain.LINE);
        assertThat(Grain.of(asking(Days.asked("2024-02-01", "2024-02-28")), List.of()))
                .isEqualTo(Grain.LINE);
        assertThat(Grain.of(asking(Days.asked("2024-02-01", "2024-02-29")), List.of()))
                .isEqualTo(Grain.MONTH);
    }

    private static Question asking(Days days) {
        return new Question(
                List.of("council"),
                days,
                new LocalDefinition(
                        "district", 1, "", "", LocalDefinition.Area.DISTRICT, List.of(), List.of("TRADING")),
                new ScopeRules("rules", 1, "", List.of()),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Question.Whose.PREMISES,
                Moments.all(Instant.EPOCH));
    }
}
