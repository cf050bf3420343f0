package anchorage.ingest.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Excel workbook of 2007 or later. Sheets are streamed; of formulas, the value that Excel last saw is read. */
final class Workbook implements Closeable {

    private static final int MOST_ROWS = 1_048_576;

    private final ReadableWorkbook workbook;
    private final String packing;

    private Workbook(ReadableWorkbook workbook, String packing) {
        this.workbook = workbook;
        this.packing = packing;
    }

    /** @param zip the file's parts; some programs write none of styles, and then no cell has a format to be read by */
    static Workbook open(Path file, ZipFile zip, String packing) throws IOException {
        try {
            boolean hasFormats = zip.stream().anyMatch(part -> part.getName().endsWith("styles.xml"));
            return new Workbook(new ReadableWorkbook(file.toFile(), new ReadingOptions(hasFormats, false)), packing);
        } catch (IOException | RuntimeException failure) {
            throw broken(failure);
        }
    }

    /** Unpacks everything once without keeping it, since the reader of workbooks has no limit of its own. */
    static void mustUnpack(ZipFile zip) throws IOException {
        for (var entry : zip.stream().toList()) {
            try (var bytes = new Inflated(zip.getInputStream(entry), entry.getCompressedSize())) {
                bytes.transferTo(OutputStream.nullOutputStream());
            } catch (java.util.zip.ZipException | java.io.EOFException failure) {
                throw broken(failure);
            }
        }
    }

    /** The sheets that its readers see. */
    List<Table> sheets() {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .<Table>map(sheet -> new VisibleSheet(sheet, "XLSX" + packing))
                .toList();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static UnreadableFile broken(Exception failure) {
        return new UnreadableFile(
                "broken-workbook",
                "The workbook is damaged: " + failure.getMessage() + ". Open it, save it again, and push that.");
    }

    private final class VisibleSheet extends Worksheet {

        private final Sheet sheet;

        VisibleSheet(Sheet sheet, String format) {
            super(sheet.getName(), format);
            this.sheet = sheet;
        }

        @Override
        public Grid openAll() throws IOException {
            try {
                return new Rows(sheet.openStream(), workbook.isDate1904());
            } catch (IOException | RuntimeException failure) {
                throw broken(failure);
            }
        }
    }

    private static final class Rows implements Grid {

        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private final boolean since1904;
        private Row ahead;
        private int given;

        Rows(Stream<Row> stream, boolean since1904) {
            this.stream = stream;
            this.rows = stream.iterator();
            this.since1904 = since1904;
        }

        @Override
        public String[] next() {
            try {
                if (ahead == null && rows.hasNext()) {
                    ahead = rows.next();
                }
                if (ahead == null) {
                    return null;
                }
                given++;
                if (ahead.getRowNum() > given && ahead.getRowNum() <= MOST_ROWS) {
                    // Rows that hold nothing are left out of the file, but its readers count them.
                    return new String[0];
                }
                var cells = cells(ahead);
                ahead = null;
                return cells;
            } catch (UnreadableFile failure) {
                throw failure;
            } catch (RuntimeException failure) {
                throw broken(failure);
            }
        }

        @Override
        public void close() {
            stream.close();
        }

        private String[] cells(Row row) {
            var cells = new String[row.getCellCount()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = row.getOptionalCell(column).map(this::text).orElse("");
            }
            return cells;
        }

        private String text(Cell cell) {
            if (cell.getValue() instanceof BigDecimal number) {
                return isDate(cell) ? SheetValue.date(number, since1904) : SheetValue.number(number);
            }
            return cell.getValue() == null ? "" : cell.getValue().toString();
        }

        private static boolean isDate(Cell cell) {
            var id = cell.getDataFormatId();
            return id != null
                    && id != 0
                    && org.apache.poi.ss.usermodel.DateUtil.isADateFormat(
                            id, cell.getDataFormatString() == null ? "General" : cell.getDataFormatString());
        }
    }
}
