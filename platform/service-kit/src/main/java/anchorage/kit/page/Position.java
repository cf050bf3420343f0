package anchorage.kit.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where in a list an item stands: what the list is ordered by, of that item. Cursors are signed and not encrypted, so a
 * position holds nothing but what its caller was shown with the item.
 */
public record Position(List<String> parts) {

    public Position {
        parts = List.copyOf(parts);
    }

    /** The position of an item that is ordered by these. */
    public static Position of(Object... parts) {
        return new Position(Stream.of(parts).map(Object::toString).toList());
    }

    /** The part of that place. */
    public String text(int at) {
        return read(at, text -> text);
    }

    /** The part of that place, a whole number. */
    public long number(int at) {
        return read(at, Long::valueOf);
    }

    /** The part of that place, an amount. */
    public BigDecimal amount(int at) {
        return read(at, BigDecimal::new);
    }

    /** The part of that place, an id. */
    public UUID id(int at) {
        return read(at, UUID::fromString);
    }

    /** The part of that place, a moment. */
    public Instant moment(int at) {
        return read(at, Instant::parse);
    }

    /** What does not fit was written before the list was ordered otherwise. */
    private <T> T read(int at, Function<String, T> reader) {
        try {
            return reader.apply(parts.get(at));
        } catch (RuntimeException ofAFormerOrder) {
            throw new UnusableCursor();
        }
    }
}
