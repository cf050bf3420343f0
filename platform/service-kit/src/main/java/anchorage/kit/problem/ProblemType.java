package anchorage.kit.problem;

/** A kind of failure that a client can tell from others. Each service lists its own in one enum. */
public interface ProblemType {

    /** The name in the {@code type} URI, {@code /problems/<slug>}, which resolves to a page of the documentation. */
    String slug();

    /** HTTP status. */
    int status();

    /** One short sentence, the same for every occurrence. */
    String title();
}
