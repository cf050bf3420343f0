package anchorage.registry.register;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of register that can be loaded. */
public enum RegisterKind {
    /** Organisations with names, numbers and addresses, such as employers' Gender Pay Gap returns. */
    ORGANISATIONS("organisations"),
    /** Ordnance Survey's postcodes with the district each lies in. */
    CODE_POINT_OPEN("code-point-open"),
    /** A lookup of the Office for National Statistics from districts to larger areas. */
    AREA_LOOKUP("area-lookup");

    private final String slug;

    RegisterKind(String slug) {
        this.slug = slug;
    }

    /** The kind as the public API writes it. */
    public String slug() {
        return slug;
    }

    /** The kind of that slug. */
    public static RegisterKind of(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new UnknownRegister("No register '" + slug + "' is read. Known are "
                        + Arrays.stream(values()).map(RegisterKind::slug).collect(Collectors.joining(", ")) + "."));
    }
}
