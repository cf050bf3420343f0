package anchorage.registry.place.web;

import anchorage.registry.place.Deprivation;
import anchorage.registry.place.Place;
import anchorage.registry.place.PostcodeRow;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/** The district of a postcode, and what is known of the postcode itself. */
record PostcodePlace(
        String code, String name, Place.Kind kind, List<String> within, InUse postcode, List<Deprivation> deprivation) {

    /**
     * A postcode.
     *
     * @param lsoa2011 GSS code of the small area of 2011
     * @param lsoa2021 GSS code of the small area of 2021
     * @param introduced month, as yyyymm
     * @param terminated month, as yyyymm
     * @param inUse whether it was in use on the day asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InUse(
            String postcode,
            String lsoa2011,
            String lsoa2021,
            String ward,
            String introduced,
            String terminated,
            Boolean inUse) {}

    static PostcodePlace of(Place place, PostcodeRow known, List<Deprivation> deprivation, LocalDate on) {
        return new PostcodePlace(
                place.code(),
                place.name(),
                place.kind(),
                place.within(),
                new InUse(
                        known.postcode().toString(),
                        said(known.lsoa2011()),
                        said(known.lsoa2021()),
                        said(known.ward()),
                        said(known.introduced()),
                        said(known.terminated()),
                        on == null ? null : known.wasInUse(on)),
                deprivation);
    }

    private static String said(String text) {
        return text.isEmpty() ? null : text;
    }
}
