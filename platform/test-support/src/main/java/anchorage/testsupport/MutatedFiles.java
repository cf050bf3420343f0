package anchorage.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

/**
 * Ledgers that have been damaged in every way we could think of: cut off, bytes changed, NULs, cells exchanged, giant
 * fields, deep nesting, zip bombs. A number names the same file each time.
 */
public final class MutatedFiles {

    private static final int BOMB_EVERY = 500;

    private final List<byte[]> seeds;
    private final byte[] bomb;

    public MutatedFiles() {
        try {
            seeds = seeds();
            bomb = zip("0".repeat(200 << 20));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The damaged files' originals. */
    public List<byte[]> originals() {
        return seeds;
    }

    /** The damaged file of that number. */
    public byte[] file(int number) {
        var random = new Random(number);
        return mutated(number % BOMB_EVERY == 0 ? bomb : seeds.get(random.nextInt(seeds.size())), random);
    }

    /** A field is now and then of megabytes. */
    private static int giant(Random random) {
        return random.nextInt(random.nextInt(50) == 0 ? 3_000_000 : 3000);
    }

    private static byte[] mutated(byte[] seed, Random random) {
        var bytes = seed.clone();
        for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 2; times--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(8)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = 0;
                case 3 -> bytes = inserted(bytes, at, new byte[random.nextInt(2000)]);
                case 4 -> bytes = inserted(bytes, at, "\"".getBytes(UTF_8));
                case 5 ->
                    bytes = inserted(
                            bytes, at, "[{\"a\":".repeat(random.nextInt(3000)).getBytes(UTF_8));
                case 6 -> bytes = inserted(bytes, at, "9".repeat(giant(random)).getBytes(UTF_8));
                default -> bytes = swapped(bytes, random);
            }
        }
        return bytes;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        var longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        System.arraycopy(more, 0, longer, at, more.length);
        return longer;
    }

    private static byte[] swapped(byte[] bytes, Random random) {
        var parts = new ArrayList<>(List.of(new String(bytes, Charset.forName("ISO-8859-1")).split(",", -1)));
        Collections.swap(parts, random.nextInt(parts.size()), random.nextInt(parts.size()));
        return String.join(",", parts).getBytes(Charset.forName("ISO-8859-1"));
    }

    private static List<byte[]> seeds() throws IOException {
        var csv = "Payments over £500\n\nDate paid,Supplier name,Net amount\n"
                + "31/03/2026,\"Croal Café, Ltd\",\"£1,234.50\"\n01-Apr-26,Roch,(12.00)\n,Total,1222.50\n".repeat(20);
        var json = "{\"paidOn\":\"2026-03-31\",\"supplierName\":\"Roch\",\"amount\":-12.5}\n".repeat(20);
        return List.of(
                csv.getBytes(UTF_8),
                csv.getBytes(Charset.forName("windows-1252")),
                csv.getBytes(Charset.forName("IBM850")),
                csv.getBytes(Charset.forName("UTF-16")),
                csv.replace('\n', '\r').getBytes(UTF_8),
                csv.replace(',', '\t').getBytes(UTF_8),
                json.getBytes(UTF_8),
                ("[" + json.strip().replace("\n", ",") + "]").getBytes(UTF_8),
                gzip(csv),
                zip(csv, json),
                workbook(),
                oldWorkbook());
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int number = 0; number < texts.length; number++) {
                zip.putNextEntry(new ZipEntry("ledger-" + number));
                zip.write(texts[number].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Anchorage", "1.0")) {
            var sheet = workbook.newWorksheet("April");
            for (int column = 0; column < 3; column++) {
                sheet.value(
                        0,
                        column,
                        List.of("Date paid", "Supplier name", "Net amount").get(column));
            }
            for (int row = 1; row < 20; row++) {
                sheet.value(row, 0, LocalDate.of(2026, 4, row));
                sheet.value(row, 1, "Roch");
                sheet.value(row, 2, row * 1.25);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] oldWorkbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("April");
            for (int row = 0; row < 20; row++) {
                var cells = sheet.createRow(row);
                cells.createCell(0).setCellValue(row == 0 ? "Date paid" : "2026-04-0" + (1 + row % 9));
                cells.createCell(1).setCellValue(row == 0 ? "Supplier name" : "Roch");
                cells.createCell(2).setCellValue(row == 0 ? "Net amount" : String.valueOf(row * 1.25));
            }
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }
}
