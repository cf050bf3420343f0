package anchorage.safeguard.audit;

import anchorage.kit.security.Caller;
import anchorage.kit.trace.Trace;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes down what was done, seen or refused, before the answer leaves. Where it cannot be written, the answer is a
 * failure: what nobody could find out later is not shown.
 */
class AuditFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final AuditLog log;
    private final Caller caller;
    private final Clock clock;
    private final Executor elsewhere;

    AuditFilter(AuditLog log, Caller caller, Clock clock, ManagedExecutor elsewhere) {
        this.log = log;
        this.caller = caller;
        this.clock = clock;
        this.elsewhere = elsewhere;
    }

    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        // Who has no token has seen nothing and done nothing.
        if (!isToBeWritten(request.getMethod(), resource) || response.getStatus() == 401 || caller.isAnonymous()) {
            return;
        }
        var deed = deed(request, response.getStatus(), resource);
        if (BlockingOperationControl.isBlockingAllowed()) {
            log.write(deed);
            return;
        }
        // A refusal before the operation was reached: nothing was shown, so the answer need not wait for the database.
        elsewhere.execute(() -> writeLater(deed));
    }

    private void writeLater(Deed deed) {
        try {
            log.write(deed);
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure,
                    "a refusal could not be written down client=%s operation=%s status=%d",
                    deed.client(),
                    deed.operation(),
                    deed.status());
        }
    }

    private Deed deed(ContainerRequestContext request, int status, ResourceInfo resource) {
        return new Deed(
                0,
                clock.instant(),
                caller.name(),
                caller.person().orElse(null),
                caller.roles(),
                caller.anchor().orElse(null),
                caller.about(),
                resource.getResourceClass().getSimpleName() + "_"
                        + resource.getResourceMethod().getName(),
                request.getMethod(),
                target(request.getUriInfo()),
                status,
                Trace.id().orElse(null));
    }

    private static String target(UriInfo uri) {
        var address = uri.getRequestUri();
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    /** What needs no token shows nothing of an anchor's, and its address may hold a key that opens. */
    private static boolean isToBeWritten(String method, ResourceInfo resource) {
        if (resource == null || resource.getResourceMethod() == null) {
            return false;
        }
        var operation = resource.getResourceMethod();
        return operation.isAnnotationPresent(Audited.class)
                || !READS.contains(method) && !operation.isAnnotationPresent(PermitAll.class);
    }
}
