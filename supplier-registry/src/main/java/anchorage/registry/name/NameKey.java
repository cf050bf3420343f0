package anchorage.registry.name;

/** A name as it is compared: two names with one key are the same in law, as {@link NameParts} says. */
public final class NameKey {

    private NameKey() {}

    /** The key of a name; empty where nothing of it counts. */
    public static String of(String name) {
        return NameParts.of(name).key();
    }
}
