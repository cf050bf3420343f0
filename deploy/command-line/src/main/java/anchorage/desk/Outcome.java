package anchorage.desk;

/** How a command came out, and the exit code that says so to the program that ran it. */
public enum Outcome {
    /** Everything was done: the deliveries are applied, the registers loaded. */
    DONE(0),
    /** Anchorage read a file and refused it as a whole; none of its lines counts. */
    REFUSED(1),
    /** The command was not understood; nothing was done. */
    WRONG_USE(2),
    /** No answer came from Anchorage or from where tokens are fetched. */
    NO_ANSWER(3),
    /** The client's credentials are wrong, or it may not do this. */
    NOT_ALLOWED(4),
    /** Anchorage answered with a problem, which is shown. */
    PROBLEM(5),
    /** A file on this machine cannot be read or written. */
    NO_FILE(6),
    /** It has not come to its end: it broke off, or is still under way. The same command again goes on. */
    UNFINISHED(7),
    /** This program is at fault. */
    DEFECT(8);

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
