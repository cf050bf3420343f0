package anchorage.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.kit.security.Reach;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void goOnAfterAFailure() throws InterruptedException {
        // Given
        var done = new CountDownLatch(2);
        var tries = new AtomicInteger();
        var workers = new Workers("failing", Reach.NOTHING, () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
            }
            done.countDown();
        });

        // When
        workers.open(1);

        // Then
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        workers.close();
    }

    @Test
    void endWhatIsUnderWayWhenTheyClose() throws InterruptedException {
        // Given
        var begun = new CountDownLatch(2);
        var interrupted = new CountDownLatch(2);
        var workers = new Workers("waiting", Reach.NOTHING, () -> {
            begun.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException closing) {
                interrupted.countDown();
                throw closing;
            }
        });
        workers.open(2);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        // When
        workers.close();

        // Then
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(workers.areOpen()).isFalse();
    }

    @Test
    void reachWhatTheyWereGiven() throws InterruptedException {
        // Given
        var found = new AtomicReference<Optional<Reach>>(Optional.empty());
        var done = new CountDownLatch(1);
        var workers = new Workers("reaching", Reach.EVERY_ANCHOR, () -> {
            found.set(Reach.ofTheWorkAtHand());
            done.countDown();
        });

        // When
        workers.open(1);

        // Then
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        workers.close();
        assertThat(found.get()).contains(Reach.EVERY_ANCHOR);
    }
}
