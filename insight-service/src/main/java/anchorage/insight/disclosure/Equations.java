package anchorage.insight.disclosure;

import java.util.List;

/**
 * Linear equations, solved as far as they go (Gauss and Jordan). The sums of a table's rows and columns make a totally
 * unimodular system, so whole numbers suffice and every pivot is 1 or -1.
 */
final class Equations {

    private final List<int[]> rows;
    private final int unknowns;

    Equations(List<int[]> rows, int unknowns) {
        this.rows = rows.stream().map(int[]::clone).toList();
        this.unknowns = unknowns;
    }

    /** The equations in reduced form: each begins with an unknown that no other has. */
    List<int[]> solved() {
        int next = 0;
        for (int unknown = 0; unknown < unknowns && next < rows.size(); unknown++) {
            int pivot = next;
            while (pivot < rows.size() && rows.get(pivot)[unknown] == 0) {
                pivot++;
            }
            if (pivot < rows.size()) {
                swap(next, pivot);
                eliminate(next, unknown);
                next++;
            }
        }
        return rows;
    }

    private void swap(int one, int other) {
        var cells = rows.get(one).clone();
        System.arraycopy(rows.get(other), 0, rows.get(one), 0, unknowns);
        System.arraycopy(cells, 0, rows.get(other), 0, unknowns);
    }

    private void eliminate(int pivot, int unknown) {
        var equation = rows.get(pivot);
        int sign = equation[unknown];
        for (int at = 0; at < unknowns; at++) {
            equation[at] *= sign;
        }
        for (int row = 0; row < rows.size(); row++) {
            int times = rows.get(row)[unknown];
            if (row != pivot && times != 0) {
                for (int at = 0; at < unknowns; at++) {
                    rows.get(row)[at] -= times * equation[at];
                }
            }
        }
    }
}
