package anchorage.kit.sunset;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation, or every operation of the resource, will end. Its answers and its description say so, and it works
 * until then as it did.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Sunset {

    /** The day from which no new program should use it, as 2026-11-25. */
    String deprecatedOn();

    /** The first day on which it may be gone, as 2027-11-25. */
    String endsOn();

    /** The address of what takes its place. */
    String successor();
}
