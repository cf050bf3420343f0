package anchorage.local.part;

import java.nio.file.Path;

/** The Java that runs us, and so everything we start. */
final class Java {

    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
