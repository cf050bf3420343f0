package anchorage.local.part;

/** Waiting for another process to get on. */
public final class Pause {

    private Pause() {}

    /** Waits; an interruption ends the command that waits. */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted");
        }
    }
}
