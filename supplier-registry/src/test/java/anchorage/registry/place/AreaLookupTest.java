package anchorage.registry.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AreaLookupTest {

    @Test
    void knowsColumnsByTheBeginningOfTheirNames() throws IOException {
        // Given
        var lookup = "LAD23CD,LAD23NM,CAUTH23CD,CAUTH23NM,RGN23CD,RGN23NM\nE08000009,Trafford,E47000001,Greater "
                + "Manchester,E12000002,North West\n";

        // When
        var places = AreaLookup.read(new StringReader(lookup)).orElseThrow();

        // Then
        assertThat(places)
                .filteredOn(place -> place.code().equals("E08000009"))
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.kind()).isEqualTo(Place.Kind.DISTRICT);
                    assertThat(place.within()).containsExactly("E47000001", "E12000002");
                });
    }

    @Test
    void shipsTheTenDistrictsOfGreaterManchester() throws IOException {
        // Given
        try (var csv =
                new InputStreamReader(AreaLookup.class.getResourceAsStream("north-west.csv"), StandardCharsets.UTF_8)) {
            // When
            var places = AreaLookup.read(csv).orElseThrow();

            // Then
            assertThat(places)
                    .filteredOn(place -> place.within().contains("E47000001"))
                    .hasSize(10);
        }
    }

    @Test
    void saysWhenAFileIsNoLookup() throws IOException {
        assertThat(AreaLookup.read(new StringReader("name,colour\nx,red\n"))).isEmpty();
    }
}
