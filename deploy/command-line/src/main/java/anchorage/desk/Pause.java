package anchorage.desk;

/** Waiting for somebody else to get on. */
final class Pause {

    private Pause() {}

    /** Waits; an interruption ends the command that waits. */
    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotDone(Outcome.UNFINISHED, "interrupted");
        }
    }
}
