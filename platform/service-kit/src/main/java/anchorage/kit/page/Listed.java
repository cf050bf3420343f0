package anchorage.kit.page;

import java.util.List;

/** An answer that is items of one kind, in an order. */
public sealed interface Listed<T> permits Page, Changes {

    /** The items. */
    List<T> items();
}
