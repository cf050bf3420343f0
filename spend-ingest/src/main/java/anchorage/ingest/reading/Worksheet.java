package anchorage.ingest.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A sheet of a workbook, whichever Excel wrote it. */
abstract class Worksheet implements Table {

    /** Titles, notes and logos may stand above a header; one published workbook has it on row 802. */
    private static final int HEADER_WITHIN = 5000;

    private final String name;
    private final String format;

    Worksheet(String name, String format) {
        this.name = name;
        this.format = format;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Opened open(Optional<ColumnMapping> mapping, Optional<Charset> encoding, Header before)
            throws IOException {
        var grid = openAll();
        try {
            var beginning = new ArrayList<List<String>>();
            for (var cells = grid.next(); cells != null; cells = grid.next()) {
                beginning.add(List.of(cells));
                if (beginning.size() == HEADER_WITHIN) {
                    break;
                }
            }
            var isWhole = beginning.size() < HEADER_WITHIN;
            var header = Header.find('\0', beginning, isWhole, mapping, before).serving(mapping);
            Pounds.mustBeMeant(header, beginning);
            var rest = new Ahead(grid, beginning, header);
            var layout = new Layout(format, null, null, name, header);
            return new Opened(rest, header, layout);
        } catch (IOException | RuntimeException failure) {
            grid.close();
            throw failure;
        }
    }

    /** The records that were looked at to find the header, and then the others. */
    private static final class Ahead implements Grid {

        private final Grid rest;
        private final Deque<List<String>> beginning;
        private final boolean endsWithBeginning;

        Ahead(Grid rest, List<List<String>> beginning, Header header) {
            this.rest = rest;
            this.endsWithBeginning = header.isLast();
            this.beginning = new ArrayDeque<>(
                    header.isLast()
                            ? beginning.subList(0, header.record() - 1)
                            : beginning.subList(header.record(), beginning.size()));
        }

        @Override
        public String[] next() throws IOException {
            var ahead = beginning.poll();
            if (ahead != null) {
                return ahead.toArray(String[]::new);
            }
            return endsWithBeginning ? null : rest.next();
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
