package anchorage.kit.page;

import anchorage.kit.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Cuts lists into pages. A cursor belongs to the address that was asked, with its filters, and to the caller's anchor and
 * roles: sent with anything else it is refused.
 */
@RequestScoped
public class Pages {

    /** What says which part of a list is wanted, and not of what. */
    private static final Set<String> OF_THE_PAGE = Set.of("cursor", "limit");

    private final Cursors cursors;
    private final Caller caller;
    private final UriInfo uri;

    Pages(Cursors cursors, Caller caller, UriInfo uri) {
        this.cursors = cursors;
        this.caller = caller;
        this.uri = uri;
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
        return new Page<>(oneMore.subList(0, limit), cursors.write(last, asked()));
    }

    /** Where the page ended that gave this cursor; nowhere if it is null, which is no cursor. */
    public Optional<Position> after(String cursor) {
        return Optional.ofNullable(cursor).map(sent -> cursors.read(sent, asked()));
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

    private List<String> asked() {
        var asked = new ArrayList<String>();
        asked.add(caller.anchor().orElse(""));
        asked.add(String.join(" ", caller.roles()));
        asked.add(uri.getPath());
        new TreeMap<>(uri.getQueryParameters()).forEach((name, values) -> {
            if (!OF_THE_PAGE.contains(name)) {
                values.forEach(value -> asked.addAll(List.of(name, value)));
            }
        });
        return asked;
    }
}
