package anchorage.ingest.upload;

/** What is said of an upload's length at one time is not what is said at another, or not what arrives. */
public class InconsistentLength extends RuntimeException {

    private InconsistentLength(String message) {
        super(message);
    }

    static InconsistentLength said(long once, long then) {
        return new InconsistentLength("The upload's length was said to be " + once + " bytes, and is said to be " + then
                + " now. Say the same each time, or begin a new upload.");
    }

    static InconsistentLength tooShort(long said, long received) {
        return new InconsistentLength("The upload is " + said + " bytes long, and its last part ends at " + received
                + ". Send what is missing as the last part.");
    }

    static InconsistentLength tooLong(long said) {
        return new InconsistentLength("More than the " + said
                + " bytes arrived that the upload was said to have. It is " + "given up; begin a new one.");
    }

    static InconsistentLength afterTheEnd() {
        return new InconsistentLength("The upload is complete, and no byte can be added to it.");
    }
}
