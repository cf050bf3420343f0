package anchorage.registry.register;

import anchorage.registry.DigestId;
import anchorage.registry.name.NameKey;
import anchorage.registry.name.OrgId;
import anchorage.registry.place.Postcode;
import anchorage.registry.supplier.RegisteredSupplier;
import anchorage.registry.supplier.SupplierFact;
import anchorage.registry.supplier.SupplierFact.Kind;
import anchorage.registry.supplier.SupplierFacts.Source;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files of NHS Digital's Organisation Data Service (etr, eccg, epraccur and their kin): 27 columns without a header, of
 * which the first is the code, the second the name, the fifth to ninth the address, the tenth the postcode, and the
 * eleventh and twelfth the days of opening and closing.
 */
@ApplicationScoped
class NhsOdsImporter implements Importer {

    private static final int NAME = 1;
    private static final int ADDRESS = 4;
    private static final int POSTCODE = 9;
    private static final int OPENED = 10;
    private static final int CLOSED = 11;
    private static final Pattern PUBLIC_BODY =
            Pattern.compile("\\b(NHS TRUST|FOUNDATION TRUST|CCG|CLINICAL COMMISSIONING|INTEGRATED CARE BOARD|ICB)\\b");

    private final OrganisationLoader loader;

    NhsOdsImporter(OrganisationLoader loader) {
        this.loader = loader;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.NHS_ODS;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        var bodies = new long[1];
        loader.load(
                source,
                progress,
                organisation -> RegisterFile.eachCsv(
                        file, csv -> RegisterRow.reader(csv).forEach(row -> {
                            var body = body(row);
                            bodies[0] += body.isPresent() ? 1 : 0;
                            organisation.accept(body);
                        })));
        if (bodies[0] == 0) {
            throw new RegisterRefused(
                    "No row has a code in its first column, a name in its second and a postcode in its "
                            + "tenth. Push a file of the Organisation Data Service, such as etr.csv.");
        }
    }

    static Optional<RegisteredSupplier> body(CsvRecord row) {
        if (row.getFieldCount() <= CLOSED) {
            return Optional.empty();
        }
        var code = OrgId.of("GB-NHS", row.getField(0));
        var name = row.getField(NAME).strip();
        var postcode = Postcode.of(row.getField(POSTCODE));
        if (code.isEmpty() || NameKey.of(name).isEmpty() || postcode.isEmpty()) {
            return Optional.empty();
        }
        var closed = RegisterRow.dayIn(row.getField(CLOSED));
        var opened = RegisterRow.dayIn(row.getField(OPENED)).orElse(null);
        var facts = new ArrayList<SupplierFact>();
        facts.add(SupplierFact.name(name));
        facts.add(SupplierFact.identifier(code.get()));
        var address = IntStream.rangeClosed(ADDRESS, POSTCODE)
                .mapToObj(at -> row.getField(at).strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
        facts.add(SupplierFact.registeredOffice(postcode.get().compact(), address));
        if (PUBLIC_BODY.matcher(name.toUpperCase(java.util.Locale.ROOT)).find()) {
            facts.add(new SupplierFact(
                    Kind.OWNERSHIP,
                    OwnershipClass.PUBLIC_BODY.name(),
                    OwnershipClass.PUBLIC_BODY.name(),
                    null,
                    opened,
                    closed.orElse(null),
                    "Organisation Data Service, by the kind that the name says"));
        }
        var status = closed.isPresent() ? "CLOSED" : "ACTIVE";
        facts.add(new SupplierFact(Kind.STATUS, status, status, null, closed.orElse(opened), null));
        return Optional.of(new RegisteredSupplier(DigestId.of(code.get()), facts));
    }
}
