package anchorage.registry.supplier;

/** Suppliers cannot be merged, or a merge cannot be undone, as things stand. */
public class UnfitMerge extends RuntimeException {

    public UnfitMerge(String message) {
        super(message);
    }
}
