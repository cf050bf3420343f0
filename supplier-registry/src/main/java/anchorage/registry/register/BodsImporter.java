package anchorage.registry.register;

import anchorage.registry.DigestId;
import anchorage.registry.name.NameKey;
import anchorage.registry.name.OrgId;
import anchorage.registry.supplier.RegisteredSupplier;
import anchorage.registry.supplier.SupplierFact;
import anchorage.registry.supplier.SupplierFact.Kind;
import anchorage.registry.supplier.SupplierFacts.Source;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Beneficial Ownership Data Standard 0.4, one statement a line: a relationship whose subject is an entity with an
 * official number, and whose interested party is an entity, is a dated parent. Statements of natural persons are not
 * taken. The file is read twice, since a relationship may stand before what it relates.
 */
@ApplicationScoped
class BodsImporter implements Importer {

    private static final Map<String, String> SCHEMES =
            Map.of("GB-COH", "GB-COH", "XI-LEI", "XI-LEI", "GB-CHC", "GB-CHC");

    private final OrganisationLoader loader;
    private final ObjectMapper json;

    BodsImporter(OrganisationLoader loader, ObjectMapper json) {
        this.loader = loader;
        this.json = json;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.BODS;
    }

    private record Body(Optional<String> identifier, String name) {}

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        var bodies = new HashMap<String, Body>();
        RegisterFile.eachLine(file, line -> statement(line)
                .filter(statement -> statement.path("recordType").asText().equals("entity"))
                .ifPresent(statement -> bodies.put(statement.path("recordId").asText(), entity(statement))));
        if (bodies.isEmpty()) {
            throw new RegisterRefused(
                    "No line is an entity's statement of BODS 0.4. Push statements as JSON, one a line.");
        }
        loader.load(
                source.inPieces(),
                progress,
                organisation -> RegisterFile.eachLine(
                        file,
                        line -> organisation.accept(
                                statement(line).flatMap(statement -> controlled(statement, bodies)))));
    }

    private Optional<JsonNode> statement(String line) {
        try {
            return Optional.of(json.readTree(line));
        } catch (JsonProcessingException malformed) {
            // It is counted as a row that could not be read.
            return Optional.empty();
        }
    }

    private static Body entity(JsonNode statement) {
        var details = statement.path("recordDetails");
        for (var identifier : details.path("identifiers")) {
            var scheme = SCHEMES.get(identifier.path("scheme").asText());
            var known = scheme == null
                    ? Optional.<String>empty()
                    : OrgId.of(scheme, identifier.path("id").asText());
            if (known.isPresent()) {
                return new Body(known, details.path("name").asText());
            }
        }
        return new Body(Optional.empty(), details.path("name").asText());
    }

    private static Optional<RegisteredSupplier> controlled(JsonNode statement, Map<String, Body> bodies) {
        if (!statement.path("recordType").asText().equals("relationship")) {
            return Optional.empty();
        }
        var details = statement.path("recordDetails");
        var subject = bodies.get(details.path("subject").asText());
        var owner = bodies.get(details.path("interestedParty").asText());
        if (subject == null
                || subject.identifier.isEmpty()
                || owner == null
                || NameKey.of(owner.name).isEmpty()) {
            return Optional.empty();
        }
        var interest = details.path("interests").path(0);
        var fact = new SupplierFact(
                Kind.PARENT,
                owner.identifier.orElse(NameKey.of(owner.name)),
                owner.name,
                interest.path("directOrIndirect").asText().equals("indirect") ? "ULTIMATE" : "DIRECT",
                RegisterRow.dayIn(interest.path("startDate").asText()).orElse(null),
                RegisterRow.dayIn(interest.path("endDate").asText()).orElse(null),
                "BODS statement " + statement.path("statementId").asText() + ": "
                        + interest.path("type").asText("not said"));
        return Optional.of(new RegisteredSupplier(DigestId.of(subject.identifier.get()), List.of(fact)));
    }
}
