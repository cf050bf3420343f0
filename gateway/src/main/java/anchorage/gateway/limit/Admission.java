package anchorage.gateway.limit;

import anchorage.gateway.limit.Quota.Standing;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a request is let in, and what its answer says of the caller's quotas. */
public final class Admission {

    private final List<String> policies;
    private final List<Standing> standings;
    private final AtOnce.Entry entry;

    Admission(List<String> policies, List<Standing> standings, AtOnce.Entry entry) {
        this.policies = List.copyOf(policies);
        this.standings = List.copyOf(standings);
        this.entry = entry;
    }

    /** Whether there was something left of every quota, and not too much underway. */
    public boolean isLetIn() {
        return entry.isGranted() && standings.stream().allMatch(Standing::isLetIn);
    }

    /** Whether as many of the caller's requests as may be are underway. */
    public boolean isOneTooMany() {
        return !entry.isGranted();
    }

    /** Says that a request which was let in has come to its end, whichever. */
    public void end() {
        entry.end();
    }

    /** The value of the field RateLimit-Policy: every quota of the caller. */
    public String policy() {
        return String.join(", ", policies);
    }

    /** The value of the field RateLimit: what is left of each quota, and for how many seconds. */
    public String limit() {
        if (isOneTooMany()) {
            return AtOnce.NONE_LEFT;
        }
        return standings.stream().map(Standing::limit).collect(Collectors.joining(", "));
    }

    /** Names of the quotas that are used up. */
    public List<String> violated() {
        if (isOneTooMany()) {
            return List.of(AtOnce.NAME);
        }
        return standings.stream()
                .filter(standing -> !standing.isLetIn())
                .map(standing -> standing.quota().name())
                .toList();
    }

    /** Seconds after which a request that was not let in can be sent again; one where it is others that must end. */
    public long retryAfter() {
        return standings.stream()
                .filter(standing -> !standing.isLetIn())
                .mapToLong(Standing::seconds)
                .max()
                .orElse(1);
    }
}
