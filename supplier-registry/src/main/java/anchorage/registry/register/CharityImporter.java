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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The Charity Commission's public extract, table {@code charity}. A charity that is a company has both numbers, and is
 * one supplier with it.
 */
@ApplicationScoped
class CharityImporter implements Importer {

    private final OrganisationLoader loader;

    CharityImporter(OrganisationLoader loader) {
        this.loader = loader;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.CHARITIES;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        loader.loadRows(
                file, source, progress, List.of("registeredcharitynumber", "charityname"), CharityImporter::charity);
    }

    static Optional<RegisteredSupplier> charity(RegisterRow row) {
        var number = OrgId.of("GB-CHC", row.cell("registeredcharitynumber"));
        var name = row.cell("charityname");
        var linked = row.cell("linkedcharitynumber");
        // A linked charity is a part of another, under its number.
        if (number.isEmpty() || NameKey.of(name).isEmpty() || !linked.isEmpty() && !linked.equals("0")) {
            return Optional.empty();
        }
        var facts = new ArrayList<SupplierFact>();
        facts.add(SupplierFact.name(name));
        facts.add(SupplierFact.identifier(number.get()));
        OrgId.of("GB-COH", row.cell("charitycompanyregistrationnumber"))
                .ifPresent(company -> facts.add(SupplierFact.identifier(company)));
        Postcode.of(row.cell("charitycontactpostcode"))
                .ifPresent(postcode -> facts.add(SupplierFact.registeredOffice(postcode.compact(), address(row))));
        var type = row.cell("charitytype");
        var ownership =
                type.toUpperCase(java.util.Locale.ROOT).contains("CIO") ? OwnershipClass.CIO : OwnershipClass.CHARITY;
        facts.add(new SupplierFact(
                Kind.OWNERSHIP,
                ownership.name(),
                ownership.name(),
                null,
                row.day("dateofregistration").orElse(null),
                row.day("dateofremoval").orElse(null),
                "Charity Commission, charity_type: " + (type.isEmpty() ? "not said" : type)));
        var removed = row.day("dateofremoval");
        facts.add(new SupplierFact(
                Kind.STATUS,
                removed.isPresent() ? "REMOVED" : "ACTIVE",
                removed.isPresent() ? "REMOVED" : "ACTIVE",
                null,
                removed.orElse(null),
                null,
                "charity_registration_status: " + row.cell("charityregistrationstatus")));
        return Optional.of(new RegisteredSupplier(DigestId.of(number.get()), facts));
    }

    private static String address(RegisterRow row) {
        return IntStream.rangeClosed(1, 5)
                        .mapToObj(line -> row.cell("charitycontactaddress" + line))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(", "))
                + ", " + row.cell("charitycontactpostcode");
    }
}
