package anchorage.local;

import anchorage.local.part.Resident;

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
                    process.map(each -> Resident.now(each) + " MB").orElse("-"));
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
}
