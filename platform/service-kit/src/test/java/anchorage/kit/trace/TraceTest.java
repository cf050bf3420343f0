package anchorage.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + ID + "-00f067aa0ba902b7-00";

    @Test
    void goesOnWhereItWasHandedOn() {
        var seen = new ArrayList<Optional<String>>();

        Trace.during(Optional.of(PARENT), "work", () -> {
            seen.add(Trace.id());
            seen.add(Trace.parent().map(parent -> parent.substring(3, 35)));
        });

        assertThat(seen).containsExactly(Optional.of(ID), Optional.of(ID));
    }

    @Test
    void endsWithTheWork() {
        Trace.during(Optional.of(PARENT), "work", () -> {});

        assertThat(Trace.id()).isEmpty();
        assertThat(Trace.parent()).isEmpty();
    }

    @Test
    void doesWorkWhoseTraceIsNotOne() {
        var done = new ArrayList<Optional<String>>();

        Trace.during(Optional.of("00-nonsense"), "work", () -> done.add(Trace.id()));

        assertThat(done).containsExactly(Optional.empty());
    }
}
