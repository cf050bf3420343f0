package anchorage.registry.register;

import anchorage.registry.DigestId;
import anchorage.registry.name.NameKey;
import anchorage.registry.name.OrgId;
import anchorage.registry.place.Postcode;
import anchorage.registry.supplier.RegisteredSupplier;
import anchorage.registry.supplier.SupplierFact;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of a register of organisations mean what. Known headers are found by themselves: those of the Gender
 * Pay Gap service, and the plain ones; a mapping names any others, as {@code name=Employer,companyNumber=Reg No}.
 */
final class OrganisationColumns {

    private final Map<Column, String> headers;

    private OrganisationColumns(Map<Column, String> headers) {
        this.headers = headers;
    }

    private enum Column {
        NAME("name", "employername", "organisationname", "companyname", "suppliername", "societyname"),
        OTHER_NAME("currentname", "tradingname", "othername"),
        COMPANY_NUMBER("companynumber", "registrationnumber"),
        CHARITY_NUMBER("charitynumber", "registeredcharitynumber"),
        MUTUAL_NUMBER("mutualnumber", "fullregistationnumber", "fullregistrationnumber"),
        IDENTIFIER("identifier", "orgid", "organisationidentifier"),
        VAT_NUMBER("vatnumber", "vatregistrationnumber"),
        ADDRESS("address", "registeredaddress"),
        POSTCODE("postcode", "regaddresspostcode"),
        OWNERSHIP("ownership", "ownershipclass");

        private final List<String> known;

        Column(String... known) {
            this.known = List.of(known);
        }
    }

    /** The columns of a header, if one of them is a name. */
    static Optional<OrganisationColumns> of(List<String> header, String mapping) {
        var headers = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            for (var title : header) {
                if (column.known.contains(key(title))) {
                    headers.putIfAbsent(column, title);
                }
            }
        }
        if (mapping != null) {
            for (var pair : mapping.split(",")) {
                var words = pair.split("=", 2);
                for (var column : Column.values()) {
                    if (words.length == 2 && key(column.name()).equals(key(words[0])) && header.contains(words[1])) {
                        headers.put(column, words[1]);
                    }
                }
            }
        }
        return headers.containsKey(Column.NAME) ? Optional.of(new OrganisationColumns(headers)) : Optional.empty();
    }

    /** The organisation of a row; empty where the row has no name that counts. */
    Optional<RegisteredSupplier> read(NamedCsvRecord row, String source) {
        var name = cell(row, Column.NAME);
        if (NameKey.of(name).isEmpty()) {
            return Optional.empty();
        }
        var facts = new ArrayList<SupplierFact>();
        facts.add(SupplierFact.name(name));
        var other = cell(row, Column.OTHER_NAME);
        if (!NameKey.of(other).isEmpty() && !NameKey.of(other).equals(NameKey.of(name))) {
            facts.add(new SupplierFact(SupplierFact.Kind.NAME, NameKey.of(other), other, "OTHER", null, null));
        }
        var identifiers = identifiers(row);
        identifiers.forEach(identifier -> facts.add(SupplierFact.identifier(identifier)));
        var address = cell(row, Column.ADDRESS);
        var postcode = Postcode.of(cell(row, Column.POSTCODE)).or(() -> Postcode.lastIn(address));
        postcode.ifPresent(found -> facts.add(SupplierFact.registeredOffice(
                found.compact(), address.isEmpty() ? found.toString() : address.replaceAll("\\s*\\R\\s*", " "))));
        var ownership = cell(row, Column.OWNERSHIP);
        if (!ownership.isEmpty()) {
            facts.add(SupplierFact.ownership(ownership.toUpperCase(Locale.ROOT).replace(' ', '_')));
        }
        var id = identifiers.isEmpty()
                ? DigestId.of(
                        source,
                        NameKey.of(name),
                        postcode.map(Postcode::compact).orElse(""))
                : DigestId.of(identifiers.get(0));
        return Optional.of(new RegisteredSupplier(id, facts));
    }

    private List<String> identifiers(NamedCsvRecord row) {
        var identifiers = new ArrayList<String>();
        OrgId.of("GB-COH", cell(row, Column.COMPANY_NUMBER)).ifPresent(identifiers::add);
        OrgId.of("GB-CHC", cell(row, Column.CHARITY_NUMBER)).ifPresent(identifiers::add);
        OrgId.of("GB-MPR", cell(row, Column.MUTUAL_NUMBER)).ifPresent(identifiers::add);
        OrgId.of(cell(row, Column.IDENTIFIER)).ifPresent(identifiers::add);
        OrgId.of("VAT", cell(row, Column.VAT_NUMBER)).ifPresent(identifiers::add);
        return identifiers;
    }

    private String cell(NamedCsvRecord row, Column column) {
        var header = headers.get(column);
        return header == null ? "" : row.findField(header).orElse("").strip();
    }

    private static String key(String title) {
        return compact(title).toLowerCase(Locale.ROOT);
    }

    private static String compact(String cell) {
        return cell.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
