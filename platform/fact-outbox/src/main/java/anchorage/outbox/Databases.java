package anchorage.outbox;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The service's database and its clock, for every class that asks. */
class Databases {

    @Produces
    @Singleton
    Jdbi database(DataSource source) {
        return Jdbi.create(source).registerArrayType(BigDecimal.class, "numeric");
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
