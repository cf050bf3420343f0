package anchorage.gateway.portal;

import anchorage.gateway.GatewaySettings;
import anchorage.gateway.portal.Pages.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Path("/")
class PortalResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

    private final Pages pages;
    private final ApiDocument api;
    private final Frame frame;
    private final Visitor visitor;
    private final GatewaySettings settings;
    private final String swaggerVersion;

    PortalResource(
            Pages pages,
            ApiDocument api,
            Frame frame,
            Visitor visitor,
            GatewaySettings settings,
            @ConfigProperty(name = "portal.swagger-ui-version") String swaggerVersion) {
        this.pages = pages;
        this.api = api;
        this.frame = frame;
        this.visitor = visitor;
        this.settings = settings;
        this.swaggerVersion = swaggerVersion;
    }

    @GET
    @PermitAll
    @Produces(HTML)
    public String home() {
        return page("home");
    }

    @GET
    @Path("docs")
    @PermitAll
    @Produces(HTML)
    public String docs() {
        return page("home");
    }

    @GET
    @Path("docs/{page}")
    @PermitAll
    @Produces(HTML)
    public String docs(String page) {
        return page(page);
    }

    @GET
    @Path("docs/{folder}/{page}")
    @PermitAll
    @Produces(HTML)
    public String docs(String folder, String page) {
        return page(folder + "/" + page);
    }

    @GET
    @Path("docs/{picture}.svg")
    @PermitAll
    @Produces("image/svg+xml")
    public String picture(String picture) {
        return pages.picture(picture + ".svg")
                .orElseThrow(() -> new NotFoundException("There is no picture '" + picture + "'."));
    }

    @GET
    @Path("docs/reference")
    @PermitAll
    @Produces(HTML)
    public String reference() {
        var assets = "/webjars/swagger-ui/" + swaggerVersion + "/";
        return framed(new Page("API reference", """
                <h1>API reference</h1>
                <p>%1$s</p>
                <link rel="stylesheet" href="%2$sswagger-ui.css">
                <link rel="stylesheet" href="/portal/reference.css">
                <div id="reference"></div>
                <script src="%2$sswagger-ui-bundle.js"></script>
                <script src="/portal/reference.js"></script>
                """.formatted(howToTry(), assets)));
    }

    @GET
    @Path("problems/{slug}")
    @PermitAll
    @Produces(HTML)
    public String problem(String slug) {
        return page("problems/" + slug);
    }

    @GET
    @Path("openapi.json")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public String openApiJson() {
        return api.json();
    }

    @GET
    @Path("openapi.yaml")
    @PermitAll
    @Produces("application/yaml")
    public String openApiYaml() {
        return api.yaml();
    }

    @GET
    @Path("asyncapi.yaml")
    @PermitAll
    @Produces("application/yaml")
    public String asyncApi() {
        return api.events();
    }

    @GET
    @Path("v1")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> root() {
        var links = new LinkedHashMap<String, Object>();
        links.put("token", settings.tokenUrl().toString());
        links.put("documentation", "/docs");
        links.put("openapi", "/openapi.json");
        links.put("anchors", "/v1/anchors");
        links.put("mappingPresets", "/v1/mapping-presets");
        links.put("suppliers", "/v1/suppliers");
        links.put("match", "/v1/match");
        links.put("reconcile", "/v1/reconcile");
        links.put("registers", "/v1/registers");
        links.put("places", "/v1/places");
        links.put("localShare", "/v1/insights/local-share");
        links.put("scopes", "/v1/insights/scopes");
        links.put("lines", "/v1/insights/lines");
        links.put("localDefinitions", "/v1/local-definitions");
        links.put("scopeRules", "/v1/scope-rules");
        return Map.of("name", "Anchorage", "links", links);
    }

    private String howToTry() {
        return visitor.person()
                .map(person -> "What you try here is asked with your own roles, as you are signed in.")
                .orElse("To try operations here, sign in, or give a token under Authorize.");
    }

    private String page(String name) {
        return framed(pages.page(name).orElseThrow(() -> new NotFoundException("There is no page '" + name + "'.")));
    }

    private String framed(Page page) {
        return frame.around(page, visitor.person());
    }
}
