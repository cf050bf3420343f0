package anchorage.outbox;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import net.jpountz.lz4.LZ4Factory;
import org.jboss.logging.Logger;

/**
 * Makes Kafka's compression the compiled one. Left to itself it takes the one written in Java, a third of the time of
 * publishing a ledger, because the library does not look for its native part outside the system class loader.
 */
@ApplicationScoped
class NativeCompression {

    private static final Logger LOG = Logger.getLogger(NativeCompression.class);

    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) {
        try {
            LZ4Factory.nativeInstance();
        } catch (LinkageError | RuntimeException notHere) {
            LOG.info("no native compression on this platform; the one written in Java is used");
        }
    }
}
