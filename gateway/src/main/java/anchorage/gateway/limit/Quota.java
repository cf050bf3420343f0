package anchorage.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * A number of requests that each of its callers may make in each window of time, by the words of
 * draft-ietf-httpapi-ratelimit-headers. A caller's first window begins with the first request.
 */
final class Quota {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final String policy;
    private final LoadingCache<String, Bucket> callers;

    /**
     * @param name what the policy is called in RateLimit fields
     */
    Quota(String name, long requests, Duration window) {
        this.name = name;
        this.policy = "\"%s\";q=%d;w=%d".formatted(name, requests, window.toSeconds());
        // Who is silent for two windows has all of a window again, and can as well be forgotten.
        this.callers = Caffeine.newBuilder()
                .expireAfterAccess(window.multipliedBy(2))
                .build(any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(requests).refillIntervally(requests, window))
                        .build());
    }

    String name() {
        return name;
    }

    /** The policy, as an item of the field RateLimit-Policy. */
    String policy() {
        return policy;
    }

    /** Counts one request of the caller, if there is one left. */
    Standing take(String caller) {
        return new Standing(this, callers.get(caller).tryConsumeAndReturnRemaining(1));
    }

    /** Takes back what was counted for a request that was not let in. */
    void giveBack(String caller) {
        callers.get(caller).addTokens(1);
    }

    /** How a caller stands after a request. */
    record Standing(Quota quota, ConsumptionProbe probe) {

        boolean isLetIn() {
            return probe.isConsumed();
        }

        long remaining() {
            return probe.getRemainingTokens();
        }

        /** Seconds until the window ends, at least one. */
        long seconds() {
            return Math.max(1, (probe.getNanosToWaitForReset() + NANOS - 1) / NANOS);
        }

        /** The standing, as an item of the field RateLimit. */
        String limit() {
            // Joined and not formatted: it is written into every answer.
            return "\"" + quota.name + "\";r=" + remaining() + ";t=" + seconds();
        }
    }
}
