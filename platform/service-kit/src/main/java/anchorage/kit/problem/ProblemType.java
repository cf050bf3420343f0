package anchorage.kit.problem;

import java.net.URI;

/** A kind of failure that a client can tell from others. Each service lists its own in one enum. */
public interface ProblemType {

    /** The name of the page of the documentation that explains it, {@code /problems/<slug>}. */
    String slug();

    /** What the problem's {@code type} says: the page's address, unless a standard has registered another. */
    default URI uri() {
        return URI.create("/problems/" + slug());
    }

    /** HTTP status. */
    int status();

    /** One short sentence, the same for every occurrence. */
    String title();
}
