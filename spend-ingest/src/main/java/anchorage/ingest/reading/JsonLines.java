package anchorage.ingest.reading;

import anchorage.ingest.KeepableText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * JSON: an object a line (NDJSON), or one array of objects. The keys are the header; a line that is not an object is a
 * record with a fault, and those after it are read.
 */
final class JsonLines implements Table {

    private static final Pattern BEGINNING = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*\\{).*", Pattern.DOTALL);
    private static final int LONGEST_LINE = 1 << 20;
    private static final int KEYS_WITHIN = 1000;
    private static final int MOST_KEYS = 500;
    private static final int LONGEST_NUMBER = 400;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(LONGEST_LINE)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final String name;
    private final String packing;
    private final Charset encoding;
    private final Source text;

    JsonLines(String name, String packing, Charset encoding, Source text) {
        this.name = name;
        this.packing = packing;
        this.encoding = encoding;
        this.text = text;
    }

    static boolean isJson(String sample) {
        return BEGINNING
                .matcher(sample.substring(0, Math.min(sample.length(), 200)))
                .matches();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Opened open(Optional<ColumnMapping> mapping, Optional<Charset> known, Header before) throws IOException {
        var keys = new LinkedHashMap<String, Integer>();
        var beginning = new ArrayList<List<String>>();
        try (var objects = new Objects(text.open(), keys, true)) {
            for (var cells = objects.next(); cells != null && beginning.size() < KEYS_WITHIN; cells = objects.next()) {
                if (objects.fault() == null) {
                    beginning.add(List.of(cells));
                }
            }
        }
        if (keys.isEmpty()) {
            throw new UnreadableFile(
                    "json",
                    "The file is JSON, but not a ledger: write an object a line (NDJSON), or an array of objects, "
                            + "each a payment.");
        }
        beginning.add(0, keys.keySet().stream().map(KeepableText::of).toList());
        var found = Header.find('\0', beginning, false, mapping, null);
        var header = new Header('\0', 1, beginning.get(0), found.mapping(), found.confidences(), found.weight(), false)
                .serving(mapping);
        Pounds.mustBeMeant(header, List.of());
        var layout = new Layout("NDJSON" + packing, encoding.name(), null, name, header);
        return new Opened(new Objects(text.open(), keys, false), header, layout);
    }

    @Override
    public Grid openAll() throws IOException {
        return new Objects(text.open(), new LinkedHashMap<>(), true);
    }

    /** Opens the same text again and again. */
    interface Source {
        Reader open() throws IOException;
    }

    private static final class Objects implements Grid {

        private final BufferedReader text;
        private final Map<String, Integer> keys;
        private final boolean isCollecting;
        private final MappingIterator<JsonNode> array;
        private String fault;

        Objects(Reader reader, Map<String, Integer> keys, boolean isCollecting) throws IOException {
            this.text = new BufferedReader(reader);
            this.keys = keys;
            this.isCollecting = isCollecting;
            text.mark(1 << 16);
            int first = text.read();
            for (int skipped = 1; Character.isWhitespace(first) && skipped < 1 << 15; skipped++) {
                first = text.read();
            }
            text.reset();
            this.array = first == '[' ? JSON.readerFor(JsonNode.class).readValues(text) : null;
        }

        @Override
        public String[] next() throws IOException {
            fault = null;
            try {
                return array == null ? nextLine() : nextOfArray();
            } catch (CharacterCodingException other) {
                throw new Findings.ReadAgain(Encoding.WINDOWS_1252);
            } catch (JsonProcessingException broken) {
                throw broken(broken);
            } catch (java.io.EOFException | java.util.zip.ZipException broken) {
                throw new UnreadableFile(
                        "broken-zip", "The packed file is damaged: " + broken.getMessage() + ". Push it again.");
            } catch (UncheckedIOException | com.fasterxml.jackson.databind.RuntimeJsonMappingException broken) {
                throw broken(broken);
            }
        }

        @Override
        public String fault() {
            return fault;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }

        private static UnreadableFile broken(Exception failure) {
            var message = failure.getMessage() == null
                    ? ""
                    : failure.getMessage().lines().findFirst().orElse("");
            return new UnreadableFile("broken-json", "The JSON breaks off: " + message + ".");
        }

        private String[] nextOfArray() throws IOException {
            if (!array.hasNextValue()) {
                return null;
            }
            var node = array.nextValue();
            return node instanceof ObjectNode object ? cells(object) : faulty(node.toString());
        }

        private String[] nextLine() throws IOException {
            var line = line();
            if (line == null) {
                return null;
            }
            if (line.isBlank()) {
                return new String[0];
            }
            if (line.length() >= LONGEST_LINE) {
                return faulty(line.substring(0, 200));
            }
            try {
                return JSON.readTree(line) instanceof ObjectNode object ? cells(object) : faulty(line);
            } catch (JsonProcessingException notJson) {
                return faulty(line);
            }
        }

        private String[] faulty(String record) {
            fault = "Write one JSON object a line, each key once.";
            return new String[] {record};
        }

        /** A line, cut where it is longer than any payment's. */
        private String line() throws IOException {
            var line = new StringBuilder();
            int letter = text.read();
            if (letter < 0) {
                return null;
            }
            for (; letter >= 0 && letter != '\n'; letter = text.read()) {
                if (line.length() < LONGEST_LINE) {
                    line.append((char) letter);
                }
            }
            return line.toString();
        }

        private String[] cells(ObjectNode object) {
            var cells = new ArrayList<String>();
            for (int at = 0; at < keys.size(); at++) {
                cells.add("");
            }
            object.properties().forEach(property -> {
                var at = keys.get(property.getKey());
                if (at == null && isCollecting && keys.size() < MOST_KEYS) {
                    at = keys.size();
                    keys.put(property.getKey(), at);
                    cells.add("");
                }
                if (at != null) {
                    cells.set(at, text(property.getValue()));
                }
            });
            return cells.toArray(String[]::new);
        }

        private static String text(JsonNode value) {
            if (value.isNull()) {
                return "";
            }
            if (value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) < LONGEST_NUMBER) {
                return value.decimalValue().toPlainString();
            }
            return KeepableText.of(value.isValueNode() ? value.asText() : value.toString());
        }
    }
}
