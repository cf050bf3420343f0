package anchorage.safeguard;

import anchorage.kit.security.Caller;
import anchorage.kit.security.Reach;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * Tells the database, whenever work begins with it, whose rows that work reaches; the policies of its tables do the
 * rest. It is told each time, so a connection that the pool gives out again never keeps what it was told before.
 */
@Singleton
class Isolation implements JdbiPlugin {

    private static final String TELL =
            "SELECT set_config('anchorage.anchor', ?, false), set_config('anchorage.sees', ?, false)";

    private final Caller caller;

    Isolation(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Handle customizeHandle(Handle handle) throws SQLException {
        try (var telling = handle.getConnection().prepareStatement(TELL)) {
            var reach = reach();
            telling.setString(1, reach.actsFor());
            telling.setString(2, reach.sees());
            telling.execute();
            return handle;
        } catch (SQLException | RuntimeException failure) {
            // Nobody else has the handle yet, so nobody else would give its connection back.
            handle.close();
            throw failure;
        }
    }

    /** What the work at hand says of itself; else what the caller's token reaches; else nothing. */
    private Reach reach() {
        return Reach.ofTheWorkAtHand()
                .orElseGet(() -> Arc.container().requestContext().isActive() ? caller.reach() : Reach.NOTHING);
    }
}
