package anchorage.ingest.upload;

/** A file, or one part of it, is larger than is taken. */
public class UploadTooLarge extends RuntimeException {

    private UploadTooLarge(String message) {
        super(message);
    }

    static UploadTooLarge whole(long limit) {
        return new UploadTooLarge("A file of at most " + limit
                + " bytes is taken. Compress it with zip or gzip, or split " + "it by period.");
    }

    static UploadTooLarge part(long limit) {
        return new UploadTooLarge("A part of at most " + limit + " bytes is taken. Send the file in smaller parts.");
    }
}
