package anchorage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what runs. */
final class Status {

    private final Stack stack;

    Status(Stack stack) {
        this.stack = stack;
    }

    /** Prints a line for each part; answers 0 if all of them run, else 3. */
    int print() {
        int exit = 0;
        System.out.printf("%-20s %-10s %8s %10s%n", "part", "state", "pid", "memory");
        for (var part : stack.parts().entrySet()) {
            var process = part.getValue().process();
            if (process.isEmpty()) {
                exit = 3;
            }
            System.out.printf(
                    "%-20s %-10s %8s %10s%n",
                    part.getKey(),
                    state(part.getKey(), process.isPresent()),
                    process.map(ProcessHandle::pid).map(String::valueOf).orElse("-"),
                    process.map(Status::memory).orElse("-"));
        }
        System.out.println("gateway   " + stack.home().gateway());
        System.out.println("keycloak  " + stack.keycloak().realmUrl());
        System.out.println("data      " + stack.home().data());
        return exit;
    }

    private String state(String part, boolean isAlive) {
        if (!isAlive) {
            return "stopped";
        }
        var service = stack.service(part);
        return service == null || service.isReady() ? "ready" : "starting";
    }

    /** What a part and the processes it has started hold in memory. */
    private static String memory(ProcessHandle part) {
        long kilobytes = resident(part.pid())
                + part.descendants().mapToLong(child -> resident(child.pid())).sum();
        return kilobytes / 1024 + " MB";
    }

    private static long resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
