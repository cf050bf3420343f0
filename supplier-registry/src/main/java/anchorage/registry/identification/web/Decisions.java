package anchorage.registry.identification.web;

import anchorage.registry.identification.DecidedMentions;
import anchorage.registry.identification.Identifications;
import anchorage.registry.identification.StewardDecisions;
import anchorage.registry.identification.StewardDecisions.Kind;
import anchorage.registry.identification.StewardDecisions.StewardDecision;
import anchorage.registry.identification.Stewardship;
import anchorage.registry.identification.UnknownMention;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Takes a steward's decision as the API says it. */
@ApplicationScoped
class Decisions {

    private static final String DEMONSTRATION = "demo-";

    private final Jdbi database;
    private final DecidedMentions mentions;
    private final Identifications identifications;
    private final Stewardship stewardship;
    private final StewardDecisions kept;

    Decisions(
            Jdbi database,
            DecidedMentions mentions,
            Identifications identifications,
            Stewardship stewardship,
            StewardDecisions kept) {
        this.database = database;
        this.mentions = mentions;
        this.identifications = identifications;
        this.stewardship = stewardship;
        this.kept = kept;
    }

    void take(UUID mention, Decision decision, String steward) {
        if (!decision.saysOneThing()) {
            throw new BadRequestException("Say exactly one of supplier, newSupplier and neverMerge.");
        }
        var about = mentions.find(mention).orElseThrow(() -> new UnknownMention(mention));
        if (decision.neverMerge() != null) {
            var never = stewardship.known(decision.neverMerge()).id();
            identifications.decideBy(mention, Kind.NEVER_MERGE, never, decision.reason(), steward);
            return;
        }
        if (decision.supplier() != null) {
            var supplier = stewardship.known(decision.supplier()).id();
            identifications.decideBy(mention, Kind.SUPPLIER, supplier, decision.reason(), steward);
            return;
        }
        var described = described(decision.newSupplier(), about.name());
        var made = stewardship.make(described.facts(), about.anchor().startsWith(DEMONSTRATION), steward);
        identifications.decideBy(mention, Kind.NEW_SUPPLIER, made.id(), decision.reason(), steward);
    }

    List<StewardDecision> of(UUID mention) {
        return database.withHandle(handle -> kept.of(handle, mention));
    }

    private static DescribedSupplier described(JsonNode said, String otherwise) {
        if (said.isTextual()) {
            return new DescribedSupplier(said.asText(), List.of(), null, null);
        }
        var identifiers = new ArrayList<String>();
        said.path("identifiers").forEach(identifier -> identifiers.add(identifier.asText()));
        return new DescribedSupplier(
                said.path("name").asText(otherwise),
                identifiers,
                said.path("postcode").asText(null),
                said.path("ownership").asText(null));
    }
}
