package anchorage.kit.page;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cuts lists into pages. A cursor belongs to the address that was asked, with its filters, and to the caller's anchor and
 * roles: sent with anything else it is refused.
 */
@RequestScoped
public class Pages {

    private final Cursors cursors;
    private final Asked asked;

    Pages(Cursors cursors, Asked asked) {
        this.cursors = cursors;
        this.asked = asked;
    }

    /** Reads a part of a list. */
    @FunctionalInterface
    public interface Part<T> {

        /** At most so many items, those behind a position, or the first. */
        List<T> read(Optional<Position> after, int most);
    }

    /**
     * A page of a list that is read in parts.
     *
     * @param cursor as the client sent it; null for the first page
     * @param limit the most items of a page
     * @param place where in the list an item stands; no two items stand at one place
     */
    public <T> Page<T> of(String cursor, int limit, Part<T> part, Function<T, Position> place) {
        var oneMore = part.read(after(cursor), limit + 1);
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        var last = place.apply(oneMore.get(limit - 1));
        return new Page<>(oneMore.subList(0, limit), cursors.write(last, asked.texts()));
    }

    /** Where the page ended that gave this cursor; nowhere if it is null, which is no cursor. */
    public Optional<Position> after(String cursor) {
        return Optional.ofNullable(cursor).map(sent -> cursors.read(sent, asked.texts()));
    }

    /** A page of a list that is at hand as a whole, and only ever grows. */
    public <T> Page<T> of(String cursor, int limit, List<T> all, Function<T, Position> place) {
        Part<T> part = (after, most) -> {
            var passed = after.map(position -> passed(all, place, position)).orElse(0);
            return all.stream().skip(passed).limit(most).toList();
        };
        return of(cursor, limit, part, place);
    }

    private static <T> int passed(List<T> all, Function<T, Position> place, Position position) {
        int at = all.stream().map(place).toList().indexOf(position);
        if (at < 0) {
            throw new UnusableCursor();
        }
        return at + 1;
    }
}
