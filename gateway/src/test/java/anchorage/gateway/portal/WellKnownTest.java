package anchorage.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WellKnownTest {

    private static final URI SITE = URI.create("https://anchorage.example/");

    /** RFC 9727, section 4. */
    @Test
    void linksTheApiToItsDescriptionAndItsPages() {
        var catalog = new ObjectMapper().valueToTree(WellKnown.apiCatalog(SITE));
        assertThat(catalog.at("/linkset/0/anchor").asText()).isEqualTo("https://anchorage.example/v1");
        assertThat(catalog.at("/linkset/0/service-desc/0/href").asText())
                .isEqualTo("https://anchorage.example/openapi.json");
        assertThat(catalog.at("/linkset/0/service-doc/0/href").asText()).isEqualTo("https://anchorage.example/docs");
    }

    /** RFC 9116, section 2.5. */
    @Test
    void saysWhomToTellOfAWeaknessAndUntilWhen() {
        var clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
        assertThat(WellKnown.securityTxt(SITE, URI.create("mailto:security@anchorage.example"), clock))
                .isEqualTo("""
                        Contact: mailto:security@anchorage.example
                        Expires: 2027-05-23T00:00:00Z
                        Preferred-Languages: en
                        Canonical: https://anchorage.example/.well-known/security.txt
                        """);
    }
}
