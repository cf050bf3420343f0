package anchorage.kit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    record Thing(
            String name,
            Colour colour,
            BigDecimal price,
            LocalDate soldOn,
            Instant at,
            boolean isNew,
            Size size,
            List<String> codes,
            List<Size> sizes,
            Map<String, String> links) {}

    record Size(int width, Long heightOver) {}

    record Broken(Map<String, String> key, String total, Link links) {}

    record Link(String lines) {}

    enum Colour {
        LIGHT_RED;

        @JsonValue
        public String slug() {
            return "light-red";
        }
    }

    private static final Thing THING = new Thing(
            "A \"B\", C\nD",
            Colour.LIGHT_RED,
            new BigDecimal("1E+3").setScale(2),
            LocalDate.parse("2026-04-12"),
            Instant.parse("2026-04-12T09:30:00Z"),
            true,
            new Size(3, 4L),
            List.of("a:1", "b:2"),
            List.of(new Size(1, null)),
            Map.of("self", "/x"));

    private static final Thing NOTHING = new Thing(null, null, null, null, null, false, null, List.of(), null, null);

    private static final String HEADER =
            "name,colour,price,sold_on,at,is_new,size_width,size_height_over,codes,sizes,links\r\n";

    @Test
    void givesAColumnForEachFieldAndARecordForEachRow() {
        assertThat(CsvTable.of(Thing.class).text(List.of(THING, NOTHING)))
                .isEqualTo(HEADER
                        + "\"A \"\"B\"\", C\nD\",light-red,1000.00,2026-04-12,2026-04-12T09:30:00Z,true,3,4,a:1 b:2,"
                        + "\"[{\"\"width\"\":1,\"\"heightOver\"\":null}]\",\"{\"\"self\"\":\"\"/x\"\"}\"\r\n"
                        + ",,,,,false,,,,,\r\n");
    }

    @Test
    void givesTheHeaderOfNothing() {
        assertThat(CsvTable.of(Thing.class).text(List.of())).isEqualTo(HEADER);
    }

    @Test
    void guardsTextThatASpreadsheetWouldRunAndNoNumber() {
        var rows = List.of("=1+1", "+44 20", "-5.00", "@x", "\tx", "plain").stream()
                .map(total -> new Broken(Map.of("who", total), total, null))
                .toList();

        assertThat(CsvTable.brokenDown(Broken.class, List.of("who"), Set.of(Link.class))
                        .text(rows))
                .isEqualTo("who,total\r\n'=1+1,'=1+1\r\n'+44 20,'+44 20\r\n-5.00,-5.00\r\n'@x,'@x\r\n'\tx,'\tx\r\n"
                        + "plain,plain\r\n");
        assertThat(CsvTable.of(Size.class).text(List.of(new Size(-3, -4L))))
                .isEqualTo("width,height_over\r\n-3,-4\r\n");
    }

    @Test
    void breaksDownByTheKeyItIsGivenAndByNone() {
        var row = new Broken(Map.of("month", "2026-04"), "1.00", new Link("/x"));

        assertThat(CsvTable.brokenDown(Broken.class, List.of("month", "anchor"), Set.of(Link.class))
                        .text(List.of(row)))
                .isEqualTo("month,anchor,total\r\n2026-04,,1.00\r\n");
        assertThat(CsvTable.brokenDown(Broken.class, List.of(), Set.of(Link.class))
                        .columns())
                .extracting(CsvTable.Column::name)
                .isEqualTo(Arrays.asList("total"));
    }

    @Test
    void isDescribedByWhatItsFieldsAre() {
        var described = CsvMetadata.of("/v1/things", CsvTable.of(Thing.class), List.of("name", "nothing"));

        assertThat(described.tableSchema().columns())
                .extracting(CsvMetadata.Described::datatype)
                .containsExactly(
                        "string",
                        "string",
                        "decimal",
                        "date",
                        "dateTime",
                        "boolean",
                        "integer",
                        "integer",
                        "string",
                        "string",
                        "string");
        // Of a thing within a thing nothing is required, since it may not be there.
        assertThat(described.tableSchema().columns())
                .filteredOn(column -> Boolean.TRUE.equals(column.required()))
                .extracting(CsvMetadata.Described::name)
                .containsExactly("is_new");
        assertThat(described.tableSchema().primaryKey()).containsExactly("name");
        assertThat(described.url()).isEqualTo("/v1/things");
    }
}
