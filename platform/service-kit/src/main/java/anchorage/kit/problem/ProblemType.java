package anchorage.kit.problem;

import java.net.URI;

/** A kind of failure that a client can tell from others. Each service lists its own in one enum. */
public interface ProblemType {

    /** All that is told of it. */
    Kind kind();

    /** The name of the page of the documentation that explains it, {@code /problems/<slug>}. */
    default String slug() {
        return kind().slug;
    }

    /** What the problem's {@code type} says: the page's address, unless a standard has registered another. */
    default URI uri() {
        return URI.create(kind().place + slug());
    }

    /** HTTP status. */
    default int status() {
        return kind().status;
    }

    /** One short sentence, the same for every occurrence. */
    default String title() {
        return kind().title;
    }

    /**
     * What is told of a kind of failure.
     *
     * @param place what its URI begins with
     */
    record Kind(String place, String slug, int status, String title) {

        /** One of our own. */
        public Kind(String slug, int status, String title) {
            this("/problems/", slug, status, title);
        }

        /** One that a standard has registered with the IANA. */
        public static Kind registered(String slug, int status, String title) {
            return new Kind("https://iana.org/assignments/http-problem-types#", slug, status, title);
        }
    }
}
