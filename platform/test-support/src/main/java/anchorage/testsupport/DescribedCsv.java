package anchorage.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads a list as CSV by its description, as a program does that knows CSV on the Web and nothing of us. */
public final class DescribedCsv {

    private static final Pattern DESCRIPTION =
            Pattern.compile("<([^>]+)>; rel=\"describedby\"; type=\"application/csvm\\+json\"");

    private DescribedCsv() {}

    /** Reads it, and answers its rows; fails where anything is not as its description says. */
    public static List<List<String>> of(Supplier<RequestSpecification> client, String list) {
        var csv = client.get().urlEncodingEnabled(false).accept("text/csv").get(list);
        csv.then().statusCode(200);
        var link = DESCRIPTION.matcher(String.join(", ", csv.headers().getValues("Link")));
        assertThat(link.find()).as(list + " says where its description is").isTrue();
        var answer = client.get().urlEncodingEnabled(false).get(link.group(1));
        answer.then().statusCode(200).contentType("application/csvm+json");
        var metadata = new JsonPath(answer.asString());
        assertThat(metadata.getString("'@context'")).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(metadata.getString("url")).isEqualTo(list);
        var records = CsvReader.builder().ofCsvRecord(csv.asString()).stream()
                .map(record -> record.getFields())
                .toList();
        var rows = records.subList(1, records.size());
        var columns = metadata.<Map<String, Object>>getList("tableSchema.columns");
        assertThat(columns).extracting(column -> column.get("name")).isEqualTo(records.get(0));
        for (int at = 0; at < columns.size(); at++) {
            for (var row : rows) {
                assertHolds(columns.get(at), row.get(at));
            }
        }
        assertKeyTellsApart(metadata, records);
        return rows;
    }

    private static void assertHolds(Map<String, Object> column, String cell) {
        if (cell.isEmpty()) {
            assertThat(column.get("required")).as(column + " is empty").isNotEqualTo(true);
            return;
        }
        switch (column.get("datatype").toString()) {
            case "integer" -> assertThat(cell).as("%s", column).matches("-?[0-9]+");
            case "decimal" ->
                assertThat(new BigDecimal(cell).toPlainString())
                        .as("%s", column)
                        .isEqualTo(cell);
            case "boolean" -> assertThat(cell).as("%s", column).isIn("true", "false");
            case "date" -> assertThat(LocalDate.parse(cell)).as("%s", column).hasToString(cell);
            case "dateTime" -> assertThat(Instant.parse(cell)).as("%s", column).isNotNull();
            case "string" -> {}
            default -> throw new AssertionError("there is no such datatype: " + column);
        }
    }

    private static void assertKeyTellsApart(JsonPath metadata, List<List<String>> records) {
        var key = metadata.<String>getList("tableSchema.primaryKey");
        if (key == null) {
            return;
        }
        var places = key.stream().map(records.get(0)::indexOf).toList();
        assertThat(places).doesNotContain(-1);
        var seen = new HashSet<List<String>>();
        records.stream().skip(1).forEach(row -> assertThat(
                        seen.add(places.stream().map(row::get).toList()))
                .as("%s tells %s apart", key, row)
                .isTrue());
    }
}
