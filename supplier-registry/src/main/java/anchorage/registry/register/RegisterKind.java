package anchorage.registry.register;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of register that can be loaded. */
public enum RegisterKind {
    /** Companies House, BasicCompanyData. */
    COMPANIES_HOUSE("companies-house", "Companies House, free of restrictions"),
    /** The Charity Commission's public extract. */
    CHARITIES("charities", "Open Government Licence v3.0"),
    /** The Financial Conduct Authority's Mutuals Public Register. */
    MUTUALS("mutuals", "Financial Conduct Authority, terms of the Mutuals Public Register"),
    /** Files of the NHS Organisation Data Service. */
    NHS_ODS("nhs-ods", "Open Government Licence v3.0"),
    /** Organisations with names, numbers and addresses, such as employers' Gender Pay Gap returns. */
    ORGANISATIONS("organisations", "as its publisher says"),
    /** Postcodes with their districts, wards and small areas, NSPL or ONSPD. */
    NSPL("nspl", "Open Government Licence v3.0; contains OS data, Royal Mail data"),
    /** Ordnance Survey's postcodes with the district each lies in. */
    CODE_POINT_OPEN("code-point-open", "Open Government Licence v3.0; contains OS data, Royal Mail data"),
    /** A lookup of the Office for National Statistics from districts to larger areas. */
    AREA_LOOKUP("area-lookup", "Open Government Licence v3.0"),
    /** The English Indices of Deprivation. */
    IMD("imd", "Open Government Licence v3.0"),
    /** Companies House, persons with significant control. */
    PSC("psc", "Companies House, free of restrictions"),
    /** Statements of beneficial ownership, BODS 0.4. */
    BODS("bods", "as its publisher says");

    private final String slug;

    private final String licence;

    RegisterKind(String slug, String licence) {
        this.slug = slug;
        this.licence = licence;
    }

    /** Under what licence its publisher gives it. */
    public String licence() {
        return licence;
    }

    /** The kind as the public API writes it. */
    public String slug() {
        return slug;
    }

    /** The kind of that slug. */
    public static RegisterKind of(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new UnknownRegister("No register '" + slug + "' is read. Known are "
                        + Arrays.stream(values()).map(RegisterKind::slug).collect(Collectors.joining(", ")) + "."));
    }
}
