package anchorage.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void endsTheHeadersOfOneConnectionAndThoseThatAreNamedWithThem() {
        // Given
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "keep-alive, X-Secret")
                .add("Keep-Alive", "timeout=5")
                .add("X-Secret", "1")
                .add("TE", "trailers")
                .add("Content-Type", "text/csv")
                .add("Authorization", "Bearer x");

        // When
        Headers.dropThoseOfOneConnection(headers);

        // Then
        assertThat(headers.names()).containsExactlyInAnyOrder("Content-Type", "Authorization");
    }

    @Test
    void keepsTheFramingThatAClientTriesToNameAway() {
        // Given
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "Content-Length, Content-Type")
                .add("Content-Length", "12")
                .add("Content-Type", "text/csv");

        // When
        Headers.dropThoseOfOneConnection(headers);

        // Then
        assertThat(headers.names()).containsExactlyInAnyOrder("Content-Length", "Content-Type");
    }
}
