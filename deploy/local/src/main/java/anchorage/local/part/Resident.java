package anchorage.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes hold in memory, as Linux tells it; 0 of one that has gone. */
public final class Resident {

    private Resident() {}

    /** Megabytes that the process and those it has started hold now. */
    public static long now(ProcessHandle process) {
        long kilobytes = kilobytes(process, "VmRSS:")
                + process.descendants()
                        .mapToLong(child -> kilobytes(child, "VmRSS:"))
                        .sum();
        return kilobytes / 1024;
    }

    /** The most megabytes that the process has held at once. */
    public static long most(ProcessHandle process) {
        return kilobytes(process, "VmHWM:") / 1024;
    }

    private static long kilobytes(ProcessHandle process, String what) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
