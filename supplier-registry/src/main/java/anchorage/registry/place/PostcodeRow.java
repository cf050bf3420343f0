package anchorage.registry.place;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a register says of a postcode. Texts are empty where it says nothing.
 *
 * @param district GSS code
 * @param lsoa2011 GSS code of the small area of 2011
 * @param lsoa2021 GSS code of the small area of 2021
 * @param ward GSS code
 * @param introduced month, as yyyymm
 * @param terminated month, as yyyymm; a terminated postcode is still that of a past payment
 */
public record PostcodeRow(
        Postcode postcode,
        String district,
        String lsoa2011,
        String lsoa2021,
        String ward,
        String introduced,
        String terminated) {

    /** A postcode of which only the district is known. */
    public static PostcodeRow in(Postcode postcode, String district) {
        return new PostcodeRow(postcode, district, "", "", "", "", "");
    }

    /** Whether the postcode was in use in the month of that day, as far as is known. */
    public boolean wasInUse(LocalDate day) {
        var month = String.format(Locale.ROOT, "%04d%02d", day.getYear(), day.getMonthValue());
        return (introduced.isEmpty() || introduced.compareTo(month) <= 0)
                && (terminated.isEmpty() || terminated.compareTo(month) >= 0);
    }

    String copied() {
        return String.join(
                        "\t",
                        postcode.compact(),
                        district,
                        cell(lsoa2011),
                        cell(lsoa2021),
                        cell(ward),
                        cell(introduced),
                        cell(terminated))
                + "\n";
    }

    private static String cell(String text) {
        var plain = text.replaceAll("[^A-Za-z0-9]", "");
        return plain.isEmpty() ? "\\N" : plain;
    }
}
