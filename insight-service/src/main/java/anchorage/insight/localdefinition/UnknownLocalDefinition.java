package anchorage.insight.localdefinition;

/** There is no local definition of that name and version. */
public class UnknownLocalDefinition extends RuntimeException {

    UnknownLocalDefinition(String asked, Object known) {
        super("There is no local definition '" + asked + "'. Known are " + known + ".");
    }
}
