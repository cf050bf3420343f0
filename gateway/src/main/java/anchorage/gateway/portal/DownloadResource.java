package anchorage.gateway.portal;

import anchorage.gateway.GatewaySettings;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.File;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The files that the pages hand out. */
@Path("/")
class DownloadResource {

    private static final String COMMAND_LINE = "anchorage.jar";

    private final Pages pages;
    private final GatewaySettings settings;

    DownloadResource(Pages pages, GatewaySettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    @GET
    @Path("docs/" + COMMAND_LINE)
    @PermitAll
    @Produces("application/java-archive")
    public RestResponse<File> commandLine() {
        var jar = settings.commandLine()
                .filter(Files::isReadable)
                .orElseThrow(
                        () -> new NotFoundException("This gateway hands out no command line; ask those who run it."));
        return named(COMMAND_LINE, jar.toFile());
    }

    @GET
    @Path("docs/sandbox/{sample}.csv")
    @PermitAll
    @Produces("text/csv;charset=utf-8")
    public RestResponse<String> sample(String sample) {
        var file = sample + ".csv";
        return named(
                file,
                pages.sample(file)
                        .orElseThrow(() -> new NotFoundException("There is no file '" + file + "' for the sandbox.")));
    }

    private static <T> RestResponse<T> named(String name, T content) {
        return ResponseBuilder.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
