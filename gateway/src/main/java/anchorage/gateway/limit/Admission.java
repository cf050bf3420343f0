package anchorage.gateway.limit;

import anchorage.gateway.limit.Quota.Standing;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a request is let in, and what its answer says of the caller's quotas. */
public final class Admission {

    private final List<String> policies;
    private final List<Standing> standings;

    Admission(List<String> policies, List<Standing> standings) {
        this.policies = List.copyOf(policies);
        this.standings = List.copyOf(standings);
    }

    /** Whether there was something left of every quota. */
    public boolean isLetIn() {
        return standings.stream().allMatch(Standing::isLetIn);
    }

    /** The value of the field RateLimit-Policy: every quota of the caller. */
    public String policy() {
        return String.join(", ", policies);
    }

    /** The value of the field RateLimit: what is left of each quota, and for how many seconds. */
    public String limit() {
        return standings.stream().map(Standing::limit).collect(Collectors.joining(", "));
    }

    /** Names of the quotas that are used up. */
    public List<String> violated() {
        return standings.stream()
                .filter(standing -> !standing.isLetIn())
                .map(standing -> standing.quota().name())
                .toList();
    }

    /** Seconds after which a request that was not let in can be sent again. */
    public long retryAfter() {
        return standings.stream()
                .filter(standing -> !standing.isLetIn())
                .mapToLong(Standing::seconds)
                .max()
                .orElse(0);
    }
}
