package anchorage.ingest.feed.web;

import anchorage.ingest.IngestProblem;
import anchorage.ingest.feed.IncompleteMapping;
import anchorage.ingest.feed.UnknownFeed;
import anchorage.ingest.reading.UnknownField;
import anchorage.ingest.reading.UnreadableFile;
import anchorage.kit.problem.Problem;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a feed, and what the caller is told. */
class FeedProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownFeed failure) {
        return Problem.of(IngestProblem.UNKNOWN_FEED, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> incomplete(IncompleteMapping failure) {
        return Problem.of(IngestProblem.INCOMPLETE_MAPPING, failure.getMessage())
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unreadable(UnreadableFile failure) {
        return Problem.of(IngestProblem.UNREADABLE_FILE, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> badValue(ValueInstantiationException failure) {
        var cause = failure.getCause();
        return Problem.of(
                        IngestProblem.UNKNOWN_FIELD,
                        cause instanceof UnknownField ? cause.getMessage() : "A value in the JSON is not allowed.")
                .asResponse();
    }
}
