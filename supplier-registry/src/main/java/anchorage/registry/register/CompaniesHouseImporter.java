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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Companies House's Free Company Data Product, BasicCompanyData: one row a live company, with its former names and the
 * days on which they were given up.
 */
@ApplicationScoped
class CompaniesHouseImporter implements Importer {

    private static final int PREVIOUS_NAMES = 10;
    private static final int SECTORS = 4;

    private final OrganisationLoader loader;

    CompaniesHouseImporter(OrganisationLoader loader) {
        this.loader = loader;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.COMPANIES_HOUSE;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        loader.loadRows(
                file,
                source,
                progress,
                List.of("companyname", "companynumber", "companycategory"),
                CompaniesHouseImporter::company);
    }

    static Optional<RegisteredSupplier> company(RegisterRow row) {
        var number = OrgId.of("GB-COH", row.cell("companynumber"));
        var name = row.cell("companyname");
        if (number.isEmpty() || NameKey.of(name).isEmpty()) {
            return Optional.empty();
        }
        var facts = new ArrayList<SupplierFact>();
        names(row, name, facts);
        facts.add(SupplierFact.identifier(number.get()));
        Postcode.of(row.cell("regaddresspostcode"))
                .ifPresent(postcode -> facts.add(SupplierFact.registeredOffice(postcode.compact(), address(row))));
        var category = row.cell("companycategory");
        OwnershipClass.ofCompanyCategory(category)
                .ifPresent(known ->
                        facts.add(SupplierFact.ownership(known.name()).because("CompanyCategory: " + category)));
        status(row, facts);
        size(row.cell("accountsaccountcategory"), facts);
        for (int at = 1; at <= SECTORS; at++) {
            var sector = row.cell("siccodesictext" + at);
            var code = sector.split(" - ")[0].strip();
            if (code.matches("\\d{4,5}")) {
                facts.add(new SupplierFact(Kind.SECTOR, "SIC:" + code, sector, null, null, null));
            }
        }
        return Optional.of(new RegisteredSupplier(DigestId.of(number.get()), facts));
    }

    /** A former name's CONDATE is the day on which it was given up, and so the first of the name after it. */
    private static void names(RegisterRow row, String name, List<SupplierFact> facts) {
        LocalDate since = row.day("previousname1condate").orElse(null);
        facts.add(new SupplierFact(Kind.NAME, NameKey.of(name), name, "CURRENT", since, null));
        for (int at = 1; at <= PREVIOUS_NAMES; at++) {
            var previous = row.cell("previousname" + at + "companyname");
            if (NameKey.of(previous).isEmpty()) {
                return;
            }
            var until = row.day("previousname" + at + "condate").orElse(null);
            var from = row.day("previousname" + (at + 1) + "condate").orElse(null);
            facts.add(new SupplierFact(Kind.NAME, NameKey.of(previous), previous, "PREVIOUS", from, until));
        }
    }

    private static void status(RegisterRow row, List<SupplierFact> facts) {
        var status = row.cell("companystatus");
        if (status.isEmpty()) {
            return;
        }
        var code = status.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        facts.add(new SupplierFact(
                Kind.STATUS,
                code,
                code,
                null,
                row.day("dissolutiondate").orElse(null),
                null,
                "CompanyStatus: " + status));
    }

    /**
     * The size that a company's accounts claim: Companies Act 2006 s.384A and s.382. Full accounts can be of a company of
     * any size, so they say nothing.
     */
    private static void size(String accounts, List<SupplierFact> facts) {
        var size =
                switch (accounts.toUpperCase(Locale.ROOT)) {
                    case "MICRO ENTITY" -> "MICRO";
                    case "SMALL",
                            "TOTAL EXEMPTION SMALL",
                            "TOTAL EXEMPTION FULL",
                            "UNAUDITED ABRIDGED",
                            "AUDITED ABRIDGED" -> "SMALL";
                    case "MEDIUM" -> "MEDIUM";
                    default -> "";
                };
        if (!size.isEmpty()) {
            facts.add(
                    new SupplierFact(Kind.SIZE, size, size, null, null, null, "Accounts.AccountCategory: " + accounts));
        }
    }

    private static String address(RegisterRow row) {
        return Stream.of(
                        row.cell("regaddresscareof"),
                        row.cell("regaddressaddressline1"),
                        row.cell("regaddressaddressline2"),
                        row.cell("regaddressposttown"),
                        row.cell("regaddresspostcode"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
