package anchorage.insight.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table of which some cells are withheld, so that none that is unsafe can be read, or worked out from the sums that are
 * told beside it.
 *
 * <p>The sums are equations in the withheld cells. Solved as far as they go, they must leave no cell alone in an
 * equation, and no cells together whose union is unsafe. While they do, a further cell, the smallest of one of the sums
 * in question, is withheld too; where no cell is left to withhold, the sum itself is.
 *
 * @param <P> what names a cell
 */
public final class ProtectedTable<P> {

    private final Map<P, Cell> cells;
    private final List<Set<P>> sums;
    private final Set<P> withheld = new LinkedHashSet<>();
    private final Set<Integer> withheldSums = new HashSet<>();

    /**
     * Protects a table.
     *
     * @param sums which cells each sum that is told adds up
     */
    public ProtectedTable(Map<P, Cell> cells, List<Set<P>> sums) {
        this.cells = Map.copyOf(cells);
        this.sums = sums.stream().map(Set::copyOf).toList();
        cells.forEach((place, cell) -> {
            if (!SafeCells.isSafe(cell)) {
                withheld.add(place);
            }
        });
        for (var leak = leak(); leak.isPresent(); leak = leak()) {
            close(leak.get());
        }
    }

    /** Whether the cell may not be told. */
    public boolean isWithheld(P place) {
        return withheld.contains(place);
    }

    /** Whether the sum of that number may not be told. */
    public boolean isSumWithheld(int number) {
        return withheldSums.contains(number);
    }

    /** Cells that can be worked out alone or together, though they are unsafe so. */
    private Optional<Set<P>> leak() {
        var unknown = List.copyOf(withheld);
        var told = rows(unknown);
        // The sums as they are told, too: two cells that are safe alone need not be so together.
        for (var equation : Stream.concat(told.stream(), new Equations(told, unknown.size()).solved().stream())
                .toList()) {
            var together = new LinkedHashSet<P>();
            var isSum = true;
            for (int at = 0; at < equation.length; at++) {
                if (equation[at] != 0) {
                    together.add(unknown.get(at));
                    isSum &= equation[at] > 0;
                }
            }
            if (together.size() == 1 || (isSum && !together.isEmpty() && !isSafeTogether(together))) {
                return Optional.of(together);
            }
        }
        return Optional.empty();
    }

    private List<int[]> rows(List<P> unknown) {
        var rows = new ArrayList<int[]>();
        for (int number = 0; number < sums.size(); number++) {
            if (!withheldSums.contains(number)) {
                var row = new int[unknown.size()];
                for (int at = 0; at < unknown.size(); at++) {
                    row[at] = sums.get(number).contains(unknown.get(at)) ? 1 : 0;
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean isSafeTogether(Set<P> places) {
        return places.stream()
                .map(cells::get)
                .reduce(Cell::and)
                .map(SafeCells::isSafe)
                .orElse(true);
    }

    private void close(Set<P> leaking) {
        var told = sumsOf(leaking).stream()
                .flatMap(number -> sums.get(number).stream())
                .filter(place -> !withheld.contains(place) && cells.get(place).contributors() > 0)
                .min(Comparator.comparing((P place) -> cells.get(place).total().abs())
                        .thenComparing(Object::toString));
        if (told.isPresent()) {
            withheld.add(told.get());
        } else {
            withheldSums.add(sumsOf(leaking).get(0));
        }
    }

    private List<Integer> sumsOf(Set<P> places) {
        var numbers = new ArrayList<Integer>();
        for (int number = 0; number < sums.size(); number++) {
            if (!withheldSums.contains(number) && sums.get(number).stream().anyMatch(places::contains)) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
