package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API changes in review, or not at all: what the build has written must be what is committed. */
class ApiDocumentsIT {

    @ParameterizedTest
    @ValueSource(strings = {"spend-ingest", "supplier-registry", "insight-service"})
    void areTheCommittedOnes(String service) throws IOException {
        var root = Home.of(System.getenv()).root();

        assertThat(Files.readString(root.resolve("docs/api/" + service + ".openapi.yaml")))
                .as("copy %s/target/openapi/openapi.yaml to docs/api/%s.openapi.yaml", service, service)
                .isEqualTo(Files.readString(root.resolve(service + "/target/openapi/openapi.yaml")));
    }
}
