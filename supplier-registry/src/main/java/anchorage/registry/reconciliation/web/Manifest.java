package anchorage.registry.reconciliation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client is told of the service first: the manifest of the Reconciliation Service API 0.2. */
final class Manifest {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 260;

    private Manifest() {}

    /** The manifest of the service at an address. */
    static Map<String, Object> at(String address) {
        var root = address.replaceFirst("/v1/reconcile.*$", "");
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("versions", List.of("0.2"));
        manifest.put("name", "Anchorage supplier registry");
        manifest.put("identifierSpace", root + "/v1/suppliers/");
        manifest.put("schemaSpace", root + "/docs/reconciliation#");
        manifest.put("defaultTypes", List.of(Map.of("id", "organisation", "name", "Organisation")));
        manifest.put("documentation", root + "/docs/reconciliation");
        manifest.put("view", Map.of("url", address + "/preview?id={{id}}"));
        manifest.put("preview", Map.of("url", address + "/preview?id={{id}}", "width", WIDTH, "height", HEIGHT));
        manifest.put(
                "suggest",
                Map.of(
                        "entity", suggest(address, "entity"),
                        "property", suggest(address, "property"),
                        "type", suggest(address, "type")));
        manifest.put(
                "extend",
                Map.of(
                        "propose_properties",
                        Map.of("service_url", address, "service_path", "/properties"),
                        "property_settings",
                        List.of()));
        manifest.put("batchSize", 50);
        return manifest;
    }

    private static Map<String, String> suggest(String address, String what) {
        return Map.of(
                "service_url",
                address,
                "service_path",
                "/suggest/" + what,
                "flyout_service_url",
                address,
                "flyout_service_path",
                "/flyout/" + what + "?id=${id}");
    }
}
