package anchorage.kit.page;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/**
 * Gives changes in parts, each with a bookmark to go on from. A bookmark belongs to the address that was asked, with its
 * filters, and to the caller's anchor and roles: sent with anything else it is refused.
 */
@RequestScoped
public class ChangePages {

    private final Bookmarks bookmarks;
    private final Asked asked;

    ChangePages(Bookmarks bookmarks, Asked asked) {
        this.bookmarks = bookmarks;
        this.asked = asked;
    }

    /** Up to where the client has read; nowhere if it sent nothing, which is null. */
    public Optional<Position> after(String since) {
        return Optional.ofNullable(since).map(sent -> bookmarks.read(sent, asked.texts()));
    }

    /**
     * A part of the changes.
     *
     * @param upTo up to where it has been read, also where there was nothing
     */
    public <T> Changes<T> part(List<T> items, Position upTo) {
        return new Changes<>(items, new Changes.Onward(asked.address("since", bookmarks.write(upTo, asked.texts()))));
    }
}
