package anchorage.ingest.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Lines and total of a ledger, counted in the plainest way there is, with nothing of the code under test: text character
 * by character, a new workbook by the platform's zip and XML, an old one by POI's model of whole workbooks. A line is a
 * record below the header with a supplier and an amount.
 */
record IndependentTotals(long lines, BigDecimal net) {

    static IndependentTotals of(Path file, String amountHeader, String supplierHeader) throws IOException {
        var bytes = Files.readAllBytes(file);
        var records = bytes[0] == 'P'
                ? workbook(file)
                : (bytes[0] & 0xff) == 0xD0
                        ? oldWorkbook(file)
                        : records(new String(bytes, Charset.forName("windows-1252")));
        int header = 0;
        while (!records.get(header).contains(amountHeader)) {
            header++;
        }
        int amount = records.get(header).indexOf(amountHeader);
        int supplier = records.get(header).indexOf(supplierHeader);
        long lines = 0;
        var net = BigDecimal.ZERO;
        for (var cells : records.subList(header + 1, records.size())) {
            if (cells.size() <= Math.max(amount, supplier)
                    || cells.get(supplier).isBlank()) {
                continue;
            }
            var digits = cells.get(amount).replaceAll("[^0-9.]", "");
            if (!digits.isEmpty()) {
                lines++;
                var pounds = new BigDecimal(digits);
                net = cells.get(amount).matches(".*[(-].*") ? net.subtract(pounds) : net.add(pounds);
            }
        }
        return new IndependentTotals(lines, net);
    }

    private static List<List<String>> workbook(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var strings = new ArrayList<String>();
            for (var item : elements(xml(zip, "xl/sharedStrings.xml"), "si")) {
                strings.add(item.getTextContent());
            }
            var records = new ArrayList<List<String>>();
            for (var row : elements(xml(zip, "xl/worksheets/sheet1.xml"), "row")) {
                var cells = new ArrayList<String>();
                for (var cell : elements(row, "c")) {
                    int column = 0;
                    for (char letter :
                            cell.getAttribute("r").replaceAll("\\d", "").toCharArray()) {
                        column = column * 26 + letter - 'A' + 1;
                    }
                    while (cells.size() < column) {
                        cells.add("");
                    }
                    var value = elements(cell, "v").stream()
                            .map(Element::getTextContent)
                            .findFirst()
                            .orElse("");
                    boolean isShared = cell.getAttribute("t").equals("s") && !value.isEmpty();
                    cells.set(column - 1, isShared ? strings.get(Integer.parseInt(value)) : toPence(value));
                }
                records.add(cells);
            }
            return records;
        }
    }

    private static List<List<String>> oldWorkbook(Path file) throws IOException {
        try (var workbook = new HSSFWorkbook(Files.newInputStream(file))) {
            var records = new ArrayList<List<String>>();
            for (var row : workbook.getSheetAt(0)) {
                var cells = new ArrayList<String>();
                for (int column = 0; column < row.getLastCellNum(); column++) {
                    var cell = row.getCell(column);
                    cells.add(
                            cell == null
                                    ? ""
                                    : cell.getCellType() == CellType.NUMERIC
                                            ? toPence(String.valueOf(cell.getNumericCellValue()))
                                            : cell.toString());
                }
                records.add(cells);
            }
            return records;
        }
    }

    private static String toPence(String number) {
        return number.matches("-?[0-9.]+(E-?\\d+)?")
                ? new BigDecimal(number).setScale(4, RoundingMode.HALF_UP).toPlainString()
                : number;
    }

    private static Element xml(ZipFile zip, String entry) throws IOException {
        try (var bytes = zip.getInputStream(zip.getEntry(entry))) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(bytes)
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException failure) {
            throw new IOException(failure);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        var nodes = parent.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int at = 0; at < nodes.getLength(); at++) {
            elements.add((Element) nodes.item(at));
        }
        return elements;
    }

    private static List<List<String>> records(String text) {
        var records = new ArrayList<List<String>>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : text.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if ((letter == '\n' || letter == '\r') && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
                records.add(List.copyOf(cells));
                cells.clear();
            } else {
                cell.append(letter);
            }
        }
        if (!cells.isEmpty() || cell.length() > 0) {
            cells.add(cell.toString());
            records.add(List.copyOf(cells));
        }
        return records;
    }
}
