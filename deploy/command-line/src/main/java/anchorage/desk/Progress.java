package anchorage.desk;

import java.io.PrintStream;

/** One line on a terminal that says how far something has got; silent where there is no terminal. */
public final class Progress {

    private static final int WIDTH = 30;
    private static final int LINE = 100;

    private final PrintStream out;
    private final boolean isShown;
    private int written;

    public Progress(PrintStream out, boolean isShown) {
        this.out = out;
        this.isShown = isShown;
    }

    /** A bar, filled to a share from 0 to 1. */
    public void share(String what, double done) {
        int filled = (int) Math.round(done * WIDTH);
        text("[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + what);
    }

    /** Any text. */
    public synchronized void text(String text) {
        if (!isShown) {
            return;
        }
        var line = text.length() > LINE ? text.substring(0, LINE) : text;
        out.print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
        out.flush();
        written = line.length();
    }

    /** Clears the line. */
    public synchronized void done() {
        if (isShown && written > 0) {
            out.print("\r" + " ".repeat(written) + "\r");
            out.flush();
            written = 0;
        }
    }
}
