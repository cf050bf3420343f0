package anchorage.insight.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ProtectedTableTest {

    private record Place(int row, int column) {}

    @Test
    void withholdsASecondCellSoThatTheFirstIsNotTheDifference() {
        // Given
        var cells = Map.of("unsafe", cell(1, 50), "small", cell(5, 20), "large", cell(5, 900));

        // When
        var table = new ProtectedTable<>(cells, List.of(Set.of("unsafe", "small", "large")));

        // Then
        assertThat(table.isWithheld("unsafe")).isTrue();
        assertThat(table.isWithheld("small")).isTrue();
        assertThat(table.isWithheld("large")).isFalse();
        assertThat(table.isSumWithheld(0)).isFalse();
    }

    @Test
    void withholdsTheSumWhereNoCellIsLeft() {
        // When
        var table = new ProtectedTable<>(Map.of("only", cell(2, 50)), List.of(Set.of("only")));

        // Then
        assertThat(table.isWithheld("only")).isTrue();
        assertThat(table.isSumWithheld(0)).isTrue();
    }

    @Test
    void tellsEverythingOfASafeTable() {
        // When
        var table =
                new ProtectedTable<>(Map.of("one", cell(4, 50), "other", cell(3, 7)), List.of(Set.of("one", "other")));

        // Then
        assertThat(table.isWithheld("one") || table.isWithheld("other")).isFalse();
    }

    /**
     * Looked at as a graph, rows and columns being points and withheld cells lines between them, a cell can be worked out
     * from the sums exactly if no circle goes through its line. Points whose sum is withheld are one point.
     */
    @RepeatedTest(300)
    void cannotBeUndoneFromItsMargins(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        int rows = 1 + random.nextInt(6);
        int columns = 2 + random.nextInt(6);
        var cells = new HashMap<Place, Cell>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cells.put(new Place(row, column), cell(random.nextInt(7), 1 + random.nextInt(1000)));
            }
        }
        var sums = new ArrayList<Set<Place>>();
        IntStream.range(0, rows).forEach(row -> sums.add(line(cells, place -> place.row == row)));
        IntStream.range(0, columns).forEach(column -> sums.add(line(cells, place -> place.column == column)));

        // When
        var table = new ProtectedTable<>(cells, sums);

        // Then
        cells.forEach((place, cell) -> {
            if (!SafeCells.isSafe(cell)) {
                assertThat(table.isWithheld(place)).isTrue();
            }
            if (table.isWithheld(place)) {
                assertThat(isOnACircle(place, cells.keySet(), table, rows))
                        .as("%s of %d x %d", place, rows, columns)
                        .isTrue();
            }
        });
        for (int number = 0; number < sums.size(); number++) {
            if (!table.isSumWithheld(number)) {
                assertThat(sums.get(number).stream()
                                .filter(table::isWithheld)
                                .map(cells::get)
                                .reduce(Cell::and)
                                .map(SafeCells::isSafe)
                                .orElse(true))
                        .isTrue();
            }
        }
    }

    private static boolean isOnACircle(Place place, Set<Place> places, ProtectedTable<Place> table, int rows) {
        var reached = new HashSet<>(Set.of(point(place.row, table)));
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (var other : places) {
                if (!other.equals(place) && table.isWithheld(other)) {
                    int row = point(other.row, table);
                    int column = point(rows + other.column, table);
                    if (reached.contains(row) || reached.contains(column)) {
                        isGrowing |= reached.add(row) | reached.add(column);
                    }
                }
            }
        }
        return reached.contains(point(rows + place.column, table));
    }

    private static int point(int sum, ProtectedTable<Place> table) {
        return table.isSumWithheld(sum) ? -1 : sum;
    }

    private static Set<Place> line(Map<Place, Cell> cells, java.util.function.Predicate<Place> on) {
        return Set.copyOf(cells.keySet().stream().filter(on).toList());
    }

    private static Cell cell(int contributors, int pounds) {
        return Cell.of(Stream.generate(() -> BigDecimal.valueOf(pounds))
                .limit(contributors)
                .toList());
    }
}
