package anchorage.kit.sunset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class SunsetTest {

    static class Things {

        @Sunset(deprecatedOn = "2026-01-01", endsOn = "2027-02-03", successor = "/v2/things")
        void list() {}

        void make() {}
    }

    @Sunset(deprecatedOn = "2026-01-01", endsOn = "2027-01-01", successor = "/v1/things")
    static class Stuff {

        void list() {}
    }

    @Test
    void isToldInTheHeadersThatAreForIt() throws Exception {
        var sunset = Things.class.getDeclaredMethod("list").getAnnotation(Sunset.class);

        assertThat(Ending.of(sunset).headers())
                .isEqualTo(Map.of(
                        "Deprecation", List.of("@1767225600"),
                        "Sunset", List.of("Wed, 03 Feb 2027 00:00:00 GMT"),
                        "Link",
                                List.of(
                                        "</v2/things>; rel=\"successor-version\"",
                                        "</docs/http#what-ends>; rel=\"deprecation\"; type=\"text/html\"")));
    }

    @Test
    void leavesAYearAtLeast() {
        var day = LocalDate.parse("2026-02-28");

        assertThat(new Ending(day, LocalDate.parse("2027-02-28"), "/v2").endsOn())
                .isEqualTo("2027-02-28");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ending(day, LocalDate.parse("2027-02-27"), "/v2"))
                .withMessageContaining("until 2027-02-28 at least");
    }

    @Test
    void marksTheOperationInTheDescription() throws IOException {
        var document = new SunsetDocument(Index.of(Things.class, Stuff.class));

        var ends = document.filterOperation(
                OASFactory.createOperation().operationId("Things_list").description("All things."));
        var stays = document.filterOperation(
                OASFactory.createOperation().operationId("Things_make").description("One thing."));
        var whole = document.filterOperation(OASFactory.createOperation().operationId("Stuff_list"));

        assertThat(ends.getDeprecated()).isTrue();
        assertThat(ends.getDescription())
                .isEqualTo(
                        "All things. Deprecated since 2026-01-01, and may be gone from 2027-02-03 on: use /v2/things.");
        assertThat(stays.getDeprecated()).isNull();
        assertThat(stays.getDescription()).isEqualTo("One thing.");
        assertThat(whole.getDeprecated()).isTrue();
    }
}
