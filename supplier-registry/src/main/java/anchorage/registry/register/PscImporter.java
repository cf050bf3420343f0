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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Companies House's snapshot of persons with significant control, one JSON object a line. Companies and other legal
 * persons become dated parents; natural persons are not taken.
 */
@ApplicationScoped
class PscImporter implements Importer {

    private final OrganisationLoader loader;
    private final ObjectMapper json;

    PscImporter(OrganisationLoader loader, ObjectMapper json) {
        this.loader = loader;
        this.json = json;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.PSC;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        loader.load(
                source.inPieces(),
                progress,
                organisation -> RegisterFile.eachLine(file, line -> organisation.accept(controlled(json, line))));
    }

    static Optional<RegisteredSupplier> controlled(ObjectMapper json, String line) {
        JsonNode statement;
        try {
            statement = json.readTree(line);
        } catch (JsonProcessingException malformed) {
            // It is counted as a row that could not be read.
            return Optional.empty();
        }
        var number = OrgId.of("GB-COH", statement.path("company_number").asText());
        var data = statement.path("data");
        var kind = data.path("kind").asText();
        var isLegal = kind.startsWith("corporate-entity") || kind.startsWith("legal-person");
        var name = data.path("name").asText();
        if (number.isEmpty() || !isLegal || NameKey.of(name).isEmpty()) {
            return Optional.empty();
        }
        var natures = StreamSupport.stream(data.path("natures_of_control").spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
        var identification = data.path("identification");
        var parent = british(identification)
                ? OrgId.of("GB-COH", identification.path("registration_number").asText())
                : Optional.<String>empty();
        var facts = new ArrayList<SupplierFact>();
        facts.add(new SupplierFact(
                Kind.PARENT,
                parent.orElse(NameKey.of(name)),
                name,
                "DIRECT",
                RegisterRow.dayIn(data.path("notified_on").asText()).orElse(null),
                RegisterRow.dayIn(data.path("ceased_on").asText()).orElse(null),
                "Person with significant control: " + String.join(", ", natures)));
        return Optional.of(new RegisteredSupplier(DigestId.of(number.get()), List.copyOf(facts)));
    }

    private static boolean british(JsonNode identification) {
        var where = (identification.path("place_registered").asText() + " "
                        + identification.path("country_registered").asText())
                .toLowerCase(java.util.Locale.ROOT);
        return where.isBlank()
                || where.matches(
                        ".*(england|wales|scotland|united kingdom|uk|britain|companies house|cardiff|ireland).*");
    }
}
