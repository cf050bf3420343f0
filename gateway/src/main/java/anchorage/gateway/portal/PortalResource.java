package anchorage.gateway.portal;

import anchorage.gateway.GatewaySettings;
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
    private final GatewaySettings settings;
    private final String swaggerVersion;

    PortalResource(
            Pages pages,
            ApiDocument api,
            GatewaySettings settings,
            @ConfigProperty(name = "portal.swagger-ui-version") String swaggerVersion) {
        this.pages = pages;
        this.api = api;
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
        return pages.framed("API reference", """
                <h1>API reference</h1>
                <link rel="stylesheet" href="%1$sswagger-ui.css">
                <style>
                .swagger-ui .servers, .swagger-ui .servers-title { display: none; }
                .swagger-ui .info .title small pre { background: none; color: #10202a; padding: 0; }
                .swagger-ui .info .title small { background: #d9d5cb; }
                .swagger-ui .opblock .opblock-summary-method, .swagger-ui .json-schema-2020-12__constraint,
                .swagger-ui .json-schema-2020-12-expand-deep-button { color: #10202a; }
                .swagger-ui .opblock.opblock-head .opblock-summary-method,
                .swagger-ui .opblock.opblock-options .opblock-summary-method { color: #fff; }
                .swagger-ui .info a, .swagger-ui .btn.authorize, .swagger-ui .btn.authorize span { color: #0b5d5b; }
                </style>
                <div id="reference"></div>
                <script src="%1$sswagger-ui-bundle.js"></script>
                <script>SwaggerUIBundle({url: "/openapi.json", dom_id: "#reference", validatorUrl: null});</script>
                """.formatted(assets));
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

    private String page(String name) {
        return pages.html(name).orElseThrow(() -> new NotFoundException("There is no page '" + name + "'."));
    }
}
