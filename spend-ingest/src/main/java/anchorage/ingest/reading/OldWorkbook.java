package anchorage.ingest.reading;

import anchorage.ingest.KeepableText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;

/** An Excel workbook of 97 to 2003, read record by record, so that no more than a row of it is held. */
final class OldWorkbook {

    private OldWorkbook() {}

    /** The sheets that its readers see. */
    static List<Table> sheets(Path file, String packing) throws IOException {
        var tables = new ArrayList<Table>();
        try (var records = new Records(file)) {
            var ordered = BoundSheetRecord.orderByBofPosition(records.globals());
            for (int number = 0; number < ordered.length; number++) {
                if (!ordered[number].isHidden() && !ordered[number].isVeryHidden()) {
                    tables.add(new OldSheet(file, ordered[number].getSheetname(), number, "XLS" + packing));
                }
            }
        } catch (UnreadableFile refused) {
            throw refused;
        } catch (EncryptedDocumentException failure) {
            throw locked();
        } catch (RuntimeException failure) {
            throw broken(failure);
        }
        return tables;
    }

    private static UnreadableFile locked() {
        return new UnreadableFile(
                "password", "The workbook is protected by a password. Save it without one and push that.");
    }

    private static UnreadableFile broken(Exception failure) {
        return new UnreadableFile(
                "broken-workbook",
                "The workbook is damaged: " + failure.getMessage() + ". Open it, save it as .xlsx, and push that.");
    }

    private static final class OldSheet extends Worksheet {

        private final Path file;
        private final int number;

        OldSheet(Path file, String name, int number, String format) {
            super(name, format);
            this.file = file;
            this.number = number;
        }

        @Override
        public Grid openAll() throws IOException {
            try {
                return new Rows(new Records(file), number);
            } catch (UnreadableFile refused) {
                throw refused;
            } catch (RuntimeException failure) {
                throw broken(failure);
            }
        }
    }

    /** The workbook's stream of records. */
    private static final class Records implements AutoCloseable {

        private final POIFSFileSystem system;
        private final RecordFactoryInputStream stream;
        private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(any -> {}, Locale.UK);
        private SSTRecord strings;
        private boolean since1904;

        Records(Path file) throws IOException {
            try {
                system = new POIFSFileSystem(file.toFile(), true);
            } catch (IOException | RuntimeException failure) {
                throw broken(failure);
            }
            try {
                var root = system.getRoot();
                if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                    throw locked();
                }
                if (root.hasEntryCaseInsensitive("Book")) {
                    throw new UnreadableFile(
                            "workbook-too-old", "The workbook was written by Excel 95 or older. Save it as .xlsx.");
                }
                if (!root.hasEntryCaseInsensitive("Workbook")) {
                    throw new UnreadableFile(
                            "office-document",
                            "The file is an Office document without a workbook, not a ledger. Push the ledger as "
                                    + ".xlsx or CSV.");
                }
                stream = new RecordFactoryInputStream(root.createDocumentInputStream("Workbook"), false);
            } catch (IOException | RuntimeException failure) {
                system.close();
                throw failure;
            }
        }

        /** Reads what concerns all sheets, and answers which there are. */
        List<BoundSheetRecord> globals() {
            var sheets = new ArrayList<BoundSheetRecord>();
            for (var record = stream.nextRecord(); record != null; record = stream.nextRecord()) {
                formats.processRecordInternally(record);
                if (record instanceof BoundSheetRecord sheet) {
                    sheets.add(sheet);
                } else if (record instanceof SSTRecord found) {
                    strings = found;
                } else if (record instanceof DateWindow1904Record window) {
                    since1904 = window.getWindowing() == 1;
                } else if (record instanceof EOFRecord) {
                    break;
                }
            }
            return sheets;
        }

        Record next() {
            return stream.nextRecord();
        }

        String text(LabelSSTRecord label) {
            return strings == null || label.getSSTIndex() >= strings.getNumUniqueStrings()
                    ? ""
                    : KeepableText.of(strings.getString(label.getSSTIndex()).getString());
        }

        String number(CellValueRecordInterface cell, double value) {
            if (!Double.isFinite(value)) {
                return String.valueOf(value);
            }
            var exact = BigDecimal.valueOf(value);
            var format = formats.getFormatIndex(cell);
            return DateUtil.isADateFormat(format, formats.getFormatString(cell))
                    ? SheetValue.date(exact, since1904)
                    : SheetValue.number(exact);
        }

        @Override
        public void close() throws IOException {
            system.close();
        }
    }

    /** The rows of one sheet. */
    private static final class Rows implements Grid {

        private final Records records;
        private final List<String> cells = new ArrayList<>();
        private int row;
        private int given;
        private boolean ended;
        private CellAhead ahead;

        Rows(Records records, int sheet) {
            this.records = records;
            records.globals();
            int sheets = -1;
            int depth = 0;
            for (var record = records.next(); record != null; record = records.next()) {
                if (record instanceof BOFRecord) {
                    // A chart inside a sheet has a beginning of its own.
                    sheets += depth++ == 0 ? 1 : 0;
                    if (sheets == sheet) {
                        return;
                    }
                } else if (record instanceof EOFRecord) {
                    depth--;
                }
            }
            ended = true;
        }

        @Override
        public String[] next() {
            try {
                if (ahead == null) {
                    ahead = nextCell();
                }
                if (ahead == null) {
                    return null;
                }
                if (ahead.row > given) {
                    given++;
                    return new String[0];
                }
                cells.clear();
                row = ahead.row;
                while (ahead != null && ahead.row == row) {
                    while (cells.size() <= ahead.column) {
                        cells.add("");
                    }
                    cells.set(ahead.column, ahead.text);
                    ahead = nextCell();
                }
                given = row + 1;
                return cells.toArray(String[]::new);
            } catch (RuntimeException failure) {
                throw broken(failure);
            }
        }

        @Override
        public void close() throws IOException {
            records.close();
        }

        private CellAhead nextCell() {
            int inside = 0;
            for (var record = ended ? null : records.next(); record != null; record = records.next()) {
                if (record instanceof BOFRecord) {
                    inside++;
                } else if (record instanceof EOFRecord && inside-- == 0) {
                    break;
                }
                var text = inside == 0 ? text(record) : null;
                if (text != null) {
                    var place = (CellValueRecordInterface) record;
                    return new CellAhead(place.getRow(), place.getColumn(), text);
                }
            }
            ended = true;
            return null;
        }

        private String text(Record record) {
            if (record instanceof LabelSSTRecord label) {
                return records.text(label);
            }
            if (record instanceof NumberRecord number) {
                return records.number(number, number.getValue());
            }
            if (record instanceof FormulaRecord formula) {
                return formula.getCachedResultTypeEnum() == CellType.STRING
                        ? cachedText()
                        : formula.getCachedResultTypeEnum() == CellType.NUMERIC
                                ? records.number(formula, formula.getValue())
                                : "";
            }
            return record instanceof LabelRecord label ? KeepableText.of(label.getValue()) : null;
        }

        /** A formula that gives text is followed by it. */
        private String cachedText() {
            for (var record = records.next(); record != null; record = records.next()) {
                if (record instanceof StringRecord text) {
                    return KeepableText.of(text.getString());
                }
                if (record instanceof CellValueRecordInterface || record instanceof EOFRecord) {
                    throw new IllegalStateException("a formula's text is missing");
                }
            }
            return "";
        }

        private record CellAhead(int row, int column, String text) {}
    }
}
