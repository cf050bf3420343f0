package anchorage.ingest.reading;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A mapping names a field that does not exist. */
public class UnknownField extends RuntimeException {

    public UnknownField(String key) {
        super("There is no field '" + key + "'. Known fields are "
                + Arrays.stream(Field.values()).map(Field::key).collect(Collectors.joining(", ")) + ".");
    }
}
