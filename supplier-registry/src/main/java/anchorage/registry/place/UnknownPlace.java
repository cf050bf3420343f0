package anchorage.registry.place;

/** No loaded lookup has the place or the postcode. */
public class UnknownPlace extends RuntimeException {

    private final boolean postcode;

    private UnknownPlace(boolean postcode, String message) {
        super(message);
        this.postcode = postcode;
    }

    static UnknownPlace code(String code) {
        return new UnknownPlace(false, "There is no place '" + code + "'. Import an area-lookup that has it.");
    }

    static UnknownPlace postcode(String postcode) {
        return new UnknownPlace(
                true, "No district is known for '" + postcode + "'. Import code-point-open that has it.");
    }

    public boolean isPostcode() {
        return postcode;
    }
}
