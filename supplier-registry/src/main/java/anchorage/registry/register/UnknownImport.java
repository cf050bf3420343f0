package anchorage.registry.register;

import java.util.UUID;

/** There is no import of that id. */
public class UnknownImport extends RuntimeException {

    UnknownImport(UUID id) {
        super("There is no import " + id + ".");
    }
}
