package anchorage.desk;

import java.io.IOException;
import java.net.URI;

/** No answer came: there is nobody, or the connection broke. */
public final class NoAnswer extends NotDone {

    NoAnswer(URI address, IOException cause) {
        super(
                Outcome.NO_ANSWER,
                "Nobody answers at " + address + " (" + why(cause) + "). Check the address, the network, and whether "
                        + "Anchorage is up.",
                cause);
    }

    private static String why(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
