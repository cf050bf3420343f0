package anchorage.gateway.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests of each caller may be underway at once, by the words of draft-ietf-httpapi-ratelimit-headers. One is
 * underway until its answer has ended, or either side has gone.
 */
final class AtOnce {

    /** What the policy is called in RateLimit fields. */
    static final String NAME = "at-once";

    /** The standing of a caller who may not begin another, as an item of the field RateLimit. */
    static final String NONE_LEFT = "\"" + NAME + "\";r=0";

    private final int most;
    private final String policy;
    private final Map<String, Integer> underway = new ConcurrentHashMap<>();

    AtOnce(int most) {
        this.most = most;
        this.policy = "\"%s\";q=%d;qu=\"concurrent-requests\"".formatted(NAME, most);
    }

    /** The policy, as an item of the field RateLimit-Policy. */
    String policy() {
        return policy;
    }

    /** Counts a request of the caller as underway, if another may be. */
    Entry begin(String caller) {
        int now = underway.merge(caller, 1, Integer::sum);
        var entry = new Entry(caller, now <= most);
        if (!entry.isGranted) {
            leave(caller);
        }
        return entry;
    }

    /** How many callers have a request underway. */
    int callers() {
        return underway.size();
    }

    private void leave(String caller) {
        underway.computeIfPresent(caller, (any, now) -> now == 1 ? null : now - 1);
    }

    /** One request's entry, which ends once however often that is said. */
    final class Entry {

        private final String caller;
        private final boolean isGranted;
        private boolean isOver;

        private Entry(String caller, boolean isGranted) {
            this.caller = caller;
            this.isGranted = isGranted;
            this.isOver = !isGranted;
        }

        boolean isGranted() {
            return isGranted;
        }

        synchronized void end() {
            if (!isOver) {
                isOver = true;
                leave(caller);
            }
        }
    }
}
