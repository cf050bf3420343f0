package anchorage.registry.identification.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.registry.candidate.Match;
import anchorage.registry.candidate.Sought;
import anchorage.registry.identification.Finding;
import anchorage.registry.identification.SuggestedSupplier;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/match")
@Tag(name = "Match", description = "Who a name could be")
class MatchResource {

    private final Finding finding;
    private final SecurityIdentity caller;

    MatchResource(Finding finding, SecurityIdentity caller) {
        this.finding = finding;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Say who up to 1,000 names could be, without storing anything",
            description = "The same methods as for the mentions of a delivery. DECIDED is sure enough to stand without "
                    + "a person, REVIEW is likely enough to ask one, NONE is neither. Natural persons are not found.")
    public Matches match(@NotNull @Valid Queries queries) {
        boolean seesPersons = caller.hasRole(REGISTER_STEWARD) || caller.hasRole(PLATFORM_ADMIN);
        var sought = queries.queries().stream().map(Query::sought).toList();
        var found = finding.find(sought, queries.limit() == null ? 5 : queries.limit(), seesPersons);
        var matches = new ArrayList<QueryMatch>(found.size());
        for (int at = 0; at < found.size(); at++) {
            matches.add(QueryMatch.of(queries.queries().get(at), found.get(at)));
        }
        return new Matches(matches);
    }

    /** What is looked for. */
    record Queries(
            @NotEmpty @Size(max = 1000) List<@Valid @NotNull Query> queries,

            @Schema(description = "Candidates for each; 5 unless said") @Min(1) @Max(20)
            Integer limit) {}

    /** One of those looked for: a name, identifiers, or both. */
    record Query(
            @Schema(description = "Yours, given back with the match", examples = "row 17")
            String id,

            @Schema(examples = "CREATIVE SUPPORT LTD#3") @Size(max = 1000)
            String name,

            @Schema(description = "As scheme:value", examples = "[\"GB-COH:IP27440R\"]")
            List<String> identifiers,

            @Schema(examples = "SK1 1AA") String postcode,

            @Schema(description = "Length at which your system cuts names off, if it does", examples = "35")
            Integer cutAt) {

        Sought sought() {
            return Sought.of(name, identifiers, postcode).cutAt(cutAt == null ? 0 : cutAt);
        }
    }

    /** One match for each query, in their order. */
    record Matches(List<QueryMatch> matches) {}

    /** Who one of those looked for could be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QueryMatch(
            String id,
            String name,
            Match.State state,

            @Schema(description = "How it was found", examples = "exact-name")
            String method,

            @Schema(description = "Whom a DECIDED match names")
            UUID supplier,

            @Schema(description = "From 0 to 1") BigDecimal score,

            @Schema(description = "One sentence for a person")
            String explanation,

            @Schema(description = "The likeliest first") List<SuggestedSupplier> candidates) {

        static QueryMatch of(Query query, Finding.Found found) {
            return new QueryMatch(
                    query.id(),
                    query.name(),
                    found.state(),
                    found.method(),
                    found.supplier().orElse(null),
                    found.score(),
                    found.explanation(),
                    found.candidates());
        }
    }
}
