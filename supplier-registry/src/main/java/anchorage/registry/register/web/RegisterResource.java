package anchorage.registry.register.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.registry.register.RegisterImport;
import anchorage.registry.register.RegisterKind;
import anchorage.registry.register.Registers;
import anchorage.registry.supplier.SupplierFacts.Source;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/registers")
@Tag(name = "Registers", description = "The public registers that identification and places rest on")
class RegisterResource {

    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]+)\"?");

    private static final Pattern DAY = Pattern.compile("(19|20)\\d{2}-\\d{2}-\\d{2}");

    private final Registers registers;
    private final Pages pages;

    RegisterResource(Registers registers, Pages pages) {
        this.registers = registers;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST})
    @Operation(
            summary = "List the loads of registers, the latest first",
            description = "Each with its file, the day that the file describes, its licence, and how far it came.")
    public Page<RegisterImport> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return pages.of(
                cursor,
                limit,
                (after, most) ->
                        registers.latest(after.map(last -> new Registers.Place(last.moment(0), last.id(1))), most),
                load -> Position.of(load.receivedAt(), load.id()));
    }

    @POST
    @Path("/{kind}/imports")
    @Consumes("*/*")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Load a register",
            description = "Send the publisher's file as the body, plain or zipped. Kinds: companies-house, charities, "
                    + "mutuals, nhs-ods, organisations, nspl, code-point-open, area-lookup, imd, psc, bods. Follow "
                    + "Location to DONE or REFUSED.")
    @APIResponse(
            responseCode = "202",
            description = "The file is on disk and will be loaded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RegisterImport.class)))
    public RestResponse<RegisterImport> load(
            String kind,
            @QueryParam("source")
                    @Parameter(
                            description = "Name under which its facts are kept; the kind unless said. A later file "
                                    + "of the same source replaces what it stated.")
                    String source,
            @QueryParam("mapping")
                    @Parameter(
                            description =
                                    "For organisations: columns that are not known, as name=Header,postcode=Header")
                    String mapping,
            @QueryParam("date")
                    @Parameter(
                            description = "The day that the file describes; read from the file's name where that holds "
                                    + "one. What a later file no longer states was true until its day.")
                    LocalDate date,
            @HeaderParam("Content-Disposition")
                    @Parameter(
                            description = "attachment; filename=\"...\": the file's name",
                            example = "attachment; filename=\"BasicCompanyDataAsOneFile-2026-11-01.zip\"")
                    String disposition,
            InputStream bytes) {
        var known = RegisterKind.of(kind);
        var name = fileName(disposition);
        var day = Optional.ofNullable(date).or(() -> day(name));
        var taken =
                registers.take(known, new Source(source == null ? known.slug() : source, day), name, mapping, bytes);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, taken)
                .location(URI.create("/v1/registers/" + known.slug() + "/imports/" + taken.id()))
                .header("Retry-After", "1")
                .build();
    }

    @GET
    @Path("/{kind}/imports/{import}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST})
    @Operation(
            summary = "Follow a load",
            description = "How many rows were read and loaded so far, and why the file was refused if it was.")
    public RegisterImport read(String kind, @PathParam("import") UUID id) {
        return registers.of(RegisterKind.of(kind), id);
    }

    /** The day in a file's name, such as BasicCompanyDataAsOneFile-2026-11-01.zip. */
    private static Optional<LocalDate> day(String fileName) {
        var found = DAY.matcher(fileName == null ? "" : fileName);
        try {
            return found.find() ? Optional.of(LocalDate.parse(found.group())) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static String fileName(String disposition) {
        if (disposition == null) {
            return null;
        }
        var found = FILE_NAME.matcher(disposition);
        return found.find() ? found.group(1) : null;
    }
}
