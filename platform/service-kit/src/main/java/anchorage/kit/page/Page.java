package anchorage.kit.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a list.
 *
 * @param items the part
 * @param next cursor of the part after it, absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "Send as ?cursor= for the next page; absent on the last")
        String next) implements Listed<T> {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
