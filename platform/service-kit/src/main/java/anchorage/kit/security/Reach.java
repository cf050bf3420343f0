package anchorage.kit.security;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whose data a piece of work reaches. A request reaches what its token does. A service's own work, which nobody asked
 * for, has to name its reach, and reaches nothing until it does.
 *
 * @param actsFor the anchor whose data may be read and changed; {@code *} for every anchor's, empty for none's
 * @param sees {@code all} if every anchor's data may be read besides
 */
public record Reach(String actsFor, String sees) {

    /** No anchor's data. */
    public static final Reach NOTHING = new Reach("", "");

    /** Every anchor's data, to read and to change: a service's own work, or a platform-admin's. */
    public static final Reach EVERY_ANCHOR = new Reach("*", "all");

    private static final ThreadLocal<Reach> AT_HAND = new ThreadLocal<>();

    /** One anchor's data, to read and to change; every anchor's to read, if {@code seesAll}. */
    static Reach of(Optional<String> anchor, boolean seesAll) {
        return new Reach(anchor.filter(id -> !id.equals("*")).orElse(""), seesAll ? "all" : "");
    }

    /** What the work on this thread has said of itself, if it has. */
    public static Optional<Reach> ofTheWorkAtHand() {
        return Optional.ofNullable(AT_HAND.get());
    }

    /** Does a piece of work that reaches so far, whoever asked for it. */
    public <T> T during(Supplier<T> work) {
        var before = AT_HAND.get();
        AT_HAND.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                AT_HAND.remove();
            } else {
                AT_HAND.set(before);
            }
        }
    }

    /** Does a piece of work that reaches so far, whoever asked for it. */
    public void during(Runnable work) {
        during(() -> {
            work.run();
            return null;
        });
    }
}
