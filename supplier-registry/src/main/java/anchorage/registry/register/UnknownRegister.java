package anchorage.registry.register;

/** No register of that kind is read. */
public class UnknownRegister extends RuntimeException {

    UnknownRegister(String message) {
        super(message);
    }
}
