package anchorage.insight.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is committed becomes known, also where the database dies before it has said so. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class KnowledgeTest {

    @Inject
    DataSource source;

    private boolean losesTheAnswer;
    private boolean isAway;
    private Knowledge knowledge;

    @BeforeEach
    void recall() {
        knowledge = new Knowledge(Jdbi.create(this::fragile), Clock.systemUTC());
        knowledge.recall(null);
    }

    @Test
    void takesNoteOfWhatIsCommittedThoughTheAnswerIsLost() {
        // Given
        var change = new Noted();
        losesTheAnswer = true;

        // When
        assertThatThrownBy(() -> knowledge.learn(change)).hasStackTraceContaining("the answer is lost");

        // Then
        assertThat(knowledge.asOf(Optional.empty())).isEqualTo(change.moments.get(0));
        assertThat(change.moments).hasSize(1);
    }

    @Test
    void takesNoteOfItBeforeItLearnsMore() {
        // Given
        var first = new Noted();
        losesTheAnswer = true;
        assertThatThrownBy(() -> knowledge.learn(first)).hasStackTraceContaining("the answer is lost");

        // When
        var second = new Noted();
        knowledge.learn(second);

        // Then
        assertThat(first.moments).hasSize(1);
        assertThat(second.moments.get(0)).isAfter(first.moments.get(0));
    }

    @Test
    void answersNothingUntilItKnowsWhatWasCommitted() {
        // Given
        var change = new Noted();
        losesTheAnswer = true;
        change.afterwards = () -> isAway = true;

        // When
        assertThatThrownBy(() -> knowledge.learn(change)).hasStackTraceContaining("the answer is lost");

        // Then
        assertThat(change.moments).isEmpty();
        assertThatThrownBy(() -> knowledge.asOf(Optional.empty())).hasStackTraceContaining("the database is away");
        isAway = false;
        assertThat(knowledge.asOf(Optional.empty())).isEqualTo(change.moments.get(0));
    }

    @Test
    void takesNoNoteOfWhatFailed() {
        var before = knowledge.asOf(Optional.empty());

        assertThatThrownBy(() -> knowledge.learn((transaction, moment) -> {
                    throw new IllegalStateException("no change");
                }))
                .hasMessage("no change");

        assertThat(knowledge.asOf(Optional.empty())).isEqualTo(before);
    }

    private Connection fragile() throws SQLException {
        if (isAway) {
            throw new SQLException("the database is away");
        }
        var real = source.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (any, method, arguments) -> {
                    var answer = call(real, method, arguments);
                    if (method.getName().equals("commit") && losesTheAnswer) {
                        losesTheAnswer = false;
                        throw new SQLException("the answer is lost");
                    }
                    return answer;
                });
    }

    private static Object call(Connection real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static final class Noted implements Knowledge.Change {

        private final List<Instant> moments = new ArrayList<>();
        private Runnable afterwards = () -> {};

        @Override
        public boolean make(Handle transaction, Instant moment) {
            afterwards.run();
            return true;
        }

        @Override
        public void committed(Instant moment) {
            moments.add(moment);
        }
    }
}
