package anchorage.kit.csv;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operation gives the rows of a table as CSV, one by one as they are read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CsvOf {

    /** The record that a row is. */
    Class<?> value();

    /** The columns that tell the rows apart. */
    String[] key() default {};
}
