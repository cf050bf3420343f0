package anchorage.outbox;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** The service's database and its clock, for every class that asks. */
class Databases {

    @Produces
    @Singleton
    Jdbi database(DataSource source, @All List<JdbiPlugin> plugins) {
        var database = Jdbi.create(source).registerArrayType(BigDecimal.class, "numeric");
        plugins.forEach(database::installPlugin);
        return database;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
