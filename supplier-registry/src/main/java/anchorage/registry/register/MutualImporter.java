package anchorage.registry.register;

import anchorage.registry.DigestId;
import anchorage.registry.name.NameKey;
import anchorage.registry.name.OrgId;
import anchorage.registry.place.Postcode;
import anchorage.registry.supplier.RegisteredSupplier;
import anchorage.registry.supplier.SupplierFact;
import anchorage.registry.supplier.SupplierFact.Kind;
import anchorage.registry.supplier.SupplierFacts.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The Financial Conduct Authority's Mutuals Public Register. Its header says {@code Full Registation Number}, and has
 * done for years; should that be mended, the mended spelling is known too.
 */
@ApplicationScoped
class MutualImporter implements Importer {

    private final OrganisationLoader loader;

    MutualImporter(OrganisationLoader loader) {
        this.loader = loader;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.MUTUALS;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        loader.loadRows(file, source, progress, List.of("societyname"), MutualImporter::mutual);
    }

    static Optional<RegisteredSupplier> mutual(RegisterRow row) {
        var number = OrgId.of("GB-MPR", row.cell("fullregistationnumber", "fullregistrationnumber", "societynumber"));
        var name = row.cell("societyname");
        if (number.isEmpty() || NameKey.of(name).isEmpty()) {
            return Optional.empty();
        }
        var facts = new ArrayList<SupplierFact>();
        facts.add(SupplierFact.name(name));
        facts.add(SupplierFact.identifier(number.get()));
        var address = row.cell("societyaddress", "registeredaddress", "address");
        Postcode.of(row.cell("postcode", "societypostcode"))
                .or(() -> Postcode.lastIn(address))
                .ifPresent(postcode -> facts.add(SupplierFact.registeredOffice(
                        postcode.compact(), address.isEmpty() ? postcode.toString() : address)));
        var registeredAs = row.cell("registeredas", "societytype", "registrationact");
        var until = row.day("deregistrationdate").orElse(null);
        OwnershipClass.ofMutual(registeredAs)
                .ifPresent(known -> facts.add(new SupplierFact(
                        Kind.OWNERSHIP,
                        known.name(),
                        known.name(),
                        null,
                        row.day("registrationdate").orElse(null),
                        until,
                        "Registered as: " + registeredAs)));
        var status =
                row.cell("societystatus", "status").toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        if (!status.isEmpty()) {
            var code = status.startsWith("REGISTERED") ? "ACTIVE" : status;
            facts.add(new SupplierFact(
                    Kind.STATUS,
                    code,
                    code,
                    null,
                    until,
                    null,
                    "Society Status: " + row.cell("societystatus", "status")));
        }
        return Optional.of(new RegisteredSupplier(DigestId.of(number.get()), facts));
    }
}
