package anchorage.registry.place;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Jdbi;

/**
 * The districts, combined authorities and region of the North West of England, which an empty registry begins with; any
 * other area comes by importing an area-lookup.
 */
@ApplicationScoped
class ShippedPlaces {

    private final Places places;
    private final Jdbi database;

    ShippedPlaces(Places places, Jdbi database) {
        this.places = places;
        this.database = database;
    }

    void load(@Observes StartupEvent started) throws IOException {
        if (!places.isEmpty()) {
            return;
        }
        try (var csv =
                new InputStreamReader(getClass().getResourceAsStream("north-west.csv"), StandardCharsets.UTF_8)) {
            var shipped = AreaLookup.read(csv).orElseThrow();
            database.useTransaction(transaction -> places.record(transaction, shipped, "shipped"));
        }
    }
}
