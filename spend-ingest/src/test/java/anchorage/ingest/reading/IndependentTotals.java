package anchorage.ingest.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines and total of a comma-separated file whose header names a Net Amount or Amount, counted in the plainest way there
 * is: character by character, with nothing of the code under test and nothing of its libraries.
 */
record IndependentTotals(long lines, BigDecimal net) {

    static IndependentTotals of(Path file) throws IOException {
        var text = Files.readString(file, Charset.forName("windows-1252"));
        var records = records(text);
        var header = records.get(0).stream()
                .map(cell -> cell.strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
        int amount = header.contains("net amount") ? header.indexOf("net amount") : header.indexOf("amount");
        long lines = 0;
        var net = BigDecimal.ZERO;
        for (var cells : records.subList(1, records.size())) {
            var pounds = cells.size() > amount
                    ? cells.get(amount).replace(",", "").replace("£", "").strip()
                    : "";
            if (pounds.isEmpty()) {
                continue;
            }
            lines++;
            net = net.add(new BigDecimal(pounds));
        }
        return new IndependentTotals(lines, net);
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
            } else if (letter == '\n' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
                records.add(List.copyOf(cells));
                cells.clear();
            } else if (letter != '\r') {
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
