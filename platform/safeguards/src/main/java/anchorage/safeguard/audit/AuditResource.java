package anchorage.safeguard.audit;

import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.safeguard.audit.AuditLog.Wanted;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/audit/{service}")
@Tag(name = "Audit", description = "Who did what, and who saw what")
class AuditResource {

    private final AuditLog log;
    private final String name;
    private final Pages pages;

    AuditResource(AuditLog log, @ConfigProperty(name = "quarkus.application.name") String name, Pages pages) {
        this.log = log;
        this.name = name;
        this.pages = pages;
    }

    @GET
    @Audited
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed(PLATFORM_ADMIN)
    @Operation(
            summary = "Read who did what, and who saw what",
            description = "The latest first: every change, every read of lines, originals, refused rows and mentions, "
                    + "and every refusal of these, with who asked, for which anchor, and how it came out. Each service "
                    + "has a log of its own: spend-ingest, supplier-registry, insight-service. Reading it is written "
                    + "down too.")
    public Page<Deed> list(
            String service,
            @QueryParam("client") @Parameter(description = "Only of this client") String client,
            @QueryParam("anchor") @Parameter(description = "Only what was about this anchor's data") String anchor,
            @QueryParam("from") @Parameter(description = "Only since this moment") Instant from,
            @QueryParam("to") @Parameter(description = "Only before this moment") Instant to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        if (!service.equals(name)) {
            throw new NotFoundException("There is no audit log of '" + service + "'.");
        }
        var wanted = new Wanted(
                Optional.ofNullable(client),
                Optional.ofNullable(anchor),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
        return pages.of(
                cursor,
                limit,
                (after, most) ->
                        log.read(wanted, after.map(last -> last.number(0)).orElse(Long.MAX_VALUE), most),
                deed -> Position.of(deed.id()));
    }
}
