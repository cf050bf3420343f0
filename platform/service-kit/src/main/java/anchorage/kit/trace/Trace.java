package anchorage.kit.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The trace that the work at hand is part of. What a request begins and another thread, service or day ends keeps one
 * trace id, since it is handed on beside the work as a {@code traceparent} (W3C Trace Context).
 */
public final class Trace {

    /** The header, of HTTP and of Kafka, that hands a trace on. */
    public static final String PARENT = "traceparent";

    private static final TextMapGetter<Map<String, String>> FIELDS = new Fields();

    private Trace() {}

    /** The trace's id, 32 hexadecimal digits; empty outside of any. */
    public static Optional<String> id() {
        return Optional.of(Span.current().getSpanContext())
                .filter(context -> context.isValid())
                .map(context -> context.getTraceId());
    }

    /** What hands the trace on, as the value of {@code traceparent}; empty outside of any. */
    public static Optional<String> parent() {
        var fields = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), fields, Map::put);
        return Optional.ofNullable(fields.get(PARENT));
    }

    /**
     * Does a piece of work as part of the trace that was handed on with it, or, without one, as a trace of its own.
     *
     * @param name of the work, as those who look at traces read it
     */
    public static <X extends Exception> void during(Optional<String> parent, String name, Work<X> work) throws X {
        var before = W3CTraceContextPropagator.getInstance()
                .extract(
                        Context.root(),
                        parent.map(value -> Map.of(PARENT, value)).orElse(Map.of()),
                        FIELDS);
        var span = GlobalOpenTelemetry.getTracer("anchorage")
                .spanBuilder(name)
                .setParent(before)
                .startSpan();
        try (var ignored = span.makeCurrent()) {
            work.run();
        } catch (Exception failure) {
            span.recordException(failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    /** A piece of work, and how it can fail. */
    @FunctionalInterface
    public interface Work<X extends Exception> {

        void run() throws X;
    }

    private static final class Fields implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
