package anchorage.registry.candidate;

import java.util.Arrays;
import java.util.Optional;

/** What is compared of a name looked for and a candidate's. Each has a weight in the model, and words for a person. */
enum Feature {
    SAME_IN_LAW("the names are the same in law", "the names are not the same in law"),
    SAME_WORDS("the words are the same", "the words differ"),
    WORDS_FOUND("the rare words looked for are in the candidate's name", "rare words looked for are missing from it"),
    WORDS_NOT_SOUGHT("the candidate's name has no other rare word", "the candidate's name has other rare words"),
    RAREST_MISSING("no rare word is missing", "the rarest missing word is rare"),
    RAREST_ADDED("no rare word is added", "the rarest added word is rare"),
    LETTERS("the runs of letters agree", "the runs of letters differ"),
    EDITS("few letters differ", "many letters differ"),
    BEGINS("the candidate's name begins like the one looked for", "the candidate's name does not begin like it"),
    CUT_OFF("the name is as long as its feed allows, and the candidate's goes on", "the name is not cut off"),
    FORM_DIFFERS("the legal forms do not contradict", "the legal forms differ"),
    FORM_MISSING("the legal form is said", "the name looked for says no legal form"),
    NUMBERS_DIFFER("the numbers agree", "the numbers differ"),
    GAP("no other candidate is near", "another candidate is as near"),
    AMBIGUOUS("no other supplier has the same name", "other suppliers have the same name"),
    POSTCODE_SAME("the postcode is the candidate's", "no postcode agrees"),
    POSTCODE_NEAR("the postcode is near the candidate's", "no postcode is near"),
    POSTCODE_FAR("no postcode contradicts", "the postcode is elsewhere"),
    IDENTIFIER_DIFFERS("no identifier contradicts", "the candidate has another number of the same kind"),
    FORMER_NAME("it is the candidate's present name", "it is a former or other name of the candidate"),
    PART_OF_NAME("the whole name was compared", "only a part of the name was compared"),
    RARE_AGREEMENT("what agrees is rare", "what agrees is common"),
    ONE_WORD("more than one word is compared", "a single word is compared"),
    SAME_AND_RARE("the same name, and a rare one", "not the same rare name"),
    WORDS_BOTH_WAYS("neither name has a rare word that the other lacks", "each name has rare words of its own"),
    NEARNESS("the names are near", "the names are not near"),
    NEAR_AND_AHEAD("it is near, and no other is", "it is not near, or another is as near"),
    FIRST_WORD("the first words agree", "the first words differ"),
    DISTINCTIVE_WORDS("the words that tell are the same", "the words that tell are not the same"),
    GOES_ON("the name looked for goes on after the candidate's", "the candidate's name is not the beginning of it"),
    FUND_OF(
            "it is no fund or charity of somebody else",
            "it is a fund or charity, which the name looked for does not say"),
    TOTALS_ROW("no totals row runs through the name", "a totals row runs through the name");

    private final String whenItHelps;
    private final String whenItHarms;

    Feature(String whenItHelps, String whenItHarms) {
        this.whenItHelps = whenItHelps;
        this.whenItHarms = whenItHarms;
    }

    String words(boolean helps) {
        return helps ? whenItHelps : whenItHarms;
    }

    static Optional<Feature> named(String name) {
        return Arrays.stream(values())
                .filter(feature -> feature.name().equals(name))
                .findFirst();
    }
}
