package anchorage.ingest.upload.web;

import static anchorage.ingest.upload.web.UploadFields.COMPLETE;
import static anchorage.ingest.upload.web.UploadFields.LIMIT;
import static anchorage.ingest.upload.web.UploadFields.OFFSET;

import anchorage.ingest.IngestProblem;
import anchorage.ingest.upload.InconsistentLength;
import anchorage.ingest.upload.OffsetMismatch;
import anchorage.ingest.upload.PartCutOff;
import anchorage.ingest.upload.PartOvertaken;
import anchorage.ingest.upload.UnknownUpload;
import anchorage.ingest.upload.UploadAlreadyComplete;
import anchorage.ingest.upload.UploadLimits;
import anchorage.ingest.upload.UploadTooLarge;
import anchorage.kit.problem.Problem;
import anchorage.kit.problem.StandardProblem;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with an upload, and what the caller is told. */
class UploadProblems {

    private static final Logger LOG = Logger.getLogger(UploadProblems.class);

    private final UploadLimits limits;

    UploadProblems(UploadLimits limits) {
        this.limits = limits;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownUpload failure) {
        return Problem.of(IngestProblem.UNKNOWN_UPLOAD, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<MismatchingOffset> mismatch(OffsetMismatch failure) {
        var type = UploadProblem.MISMATCHING_UPLOAD_OFFSET;
        var problem = new MismatchingOffset(
                type.uri(), type.title(), type.status(), failure.getMessage(), failure.expected(), failure.provided());
        return ResponseBuilder.create(RestResponse.Status.CONFLICT, problem)
                .header("Content-Type", Problem.MEDIA_TYPE)
                .header("Content-Language", "en")
                .header(OFFSET, failure.expected())
                .header(COMPLETE, UploadFields.written(false))
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> length(InconsistentLength failure) {
        return Problem.of(UploadProblem.INCONSISTENT_UPLOAD_LENGTH, failure.getMessage())
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> complete(UploadAlreadyComplete failure) {
        var response =
                Problem.of(UploadProblem.COMPLETED_UPLOAD, failure.getMessage()).asResponse();
        response.getHeaders().add("Location", URI.create("/v1/deliveries/" + failure.delivery()));
        response.getHeaders().add(COMPLETE, UploadFields.written(true));
        return response;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> tooLarge(UploadTooLarge failure) {
        var response =
                Problem.of(StandardProblem.TOO_LARGE, failure.getMessage()).asResponse();
        response.getHeaders().add(LIMIT, UploadFields.written(limits, limits.age()));
        return response;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> overtaken(PartOvertaken failure) {
        return Problem.of(IngestProblem.PART_OVERTAKEN, failure.getMessage()).asResponse();
    }

    /** Nobody hears this, except where only a proxy's side of the connection broke. */
    @ServerExceptionMapper
    public RestResponse<Problem> cutOff(PartCutOff failure) {
        LOG.infof("a part was cut off; what arrived is kept: %s", failure.getMessage());
        return Problem.of(StandardProblem.BAD_REQUEST, failure.getMessage()).asResponse();
    }

    /** The problem of a part that does not begin where the upload ends, with the members that the draft gives it. */
    record MismatchingOffset(
            URI type,
            String title,
            int status,
            String detail,
            @JsonProperty("expected-offset") long expected,
            @JsonProperty("provided-offset") long provided) {}
}
