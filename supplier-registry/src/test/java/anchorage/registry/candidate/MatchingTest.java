package anchorage.registry.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.registry.candidate.IndexedSupplier.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that must, and must not, be matched to one another: the lists of the domain, from real ledgers. */
class MatchingTest {

    private static final Map<String, String> REGISTER = Map.ofEntries(
            Map.entry("Creative Support Limited", "GB-COH:IP27440R"),
            Map.entry("HC-ONE LIMITED", "GB-COH:07712656"),
            Map.entry("HC-ONE OVAL LIMITED", "GB-COH:10000011"),
            Map.entry("HC-ONE BEAMISH LIMITED", "GB-COH:10000012"),
            Map.entry("HC-ONE NO.1 LIMITED", "GB-COH:10000013"),
            Map.entry("THE HCONE FOUNDATION", "GB-COH:10000014"),
            Map.entry("Greater Manchester Combined Authority", "GB-LAE:GMCA"),
            Map.entry("Greater Manchester Mental Health NHS Foundation Trust", "GB-NHS:RXV"),
            Map.entry("Any Company", "GB-COH:10000001"),
            Map.entry("Harbour Company", "GB-COH:10000002"),
            Map.entry("11420 CORP.", "GB-COH:10000003"),
            Map.entry("Great Places Housing Group", "GB-COH:IP30045R"),
            Map.entry("Great Places Housing Association", "GB-COH:IP19564R"),
            Map.entry("L&Q", "GB-COH:IP30441R"),
            Map.entry("Roch Valley Joinery Limited", "GB-COH:10000004"),
            Map.entry("Roch Valley Joinery LLP", "GB-COH:OC000004"),
            Map.entry("Medlock Lodge Care Home Limited", "GB-COH:10000005"),
            Map.entry("Croal Street Nursery Ltd", "GB-COH:10000006"),
            Map.entry("Workman LLP", "GB-COH:OC000007"));

    private static final NameIndex INDEX = new NameIndex(new ByteBuffersDirectory());
    private static final Matching MATCHING = new Matching(Model.shipped());

    @BeforeAll
    static void fill() {
        INDEX.put(REGISTER.entrySet().stream()
                .map(entry -> new IndexedSupplier(
                        id(entry.getValue()),
                        List.of(new Named(entry.getKey(), "CURRENT")),
                        List.of("M11AD"),
                        List.of(entry.getValue()),
                        false))
                .toList());
        INDEX.put(List.of(new IndexedSupplier(
                id("GB-COH:10000008"),
                List.of(new Named("Tame Care Limited", "CURRENT"), new Named("Etherow Nursing Limited", "PREVIOUS")),
                List.of("SK11AA"),
                List.of("GB-COH:10000008"),
                false)));
        INDEX.put(List.of(new IndexedSupplier(
                id("GB-COH:10000009"),
                List.of(new Named("Etherel Quaggenthwaite Joiner", "CURRENT")),
                List.of("SK11AA"),
                List.of("GB-COH:10000009"),
                true)));
        INDEX.refresh();
    }

    @AfterAll
    static void close() throws IOException {
        INDEX.close();
    }

    @Test
    void explainsWithoutTheNameOfANaturalPerson() {
        for (var name : new String[] {"Etherel Quaggenthwait Plumber", "Quaggenthwaite & Co"}) {
            var match = MATCHING.match(INDEX, List.of(Sought.named(name))).get(0);

            assertThat(match.explanation())
                    .as(name)
                    .contains("a natural person")
                    .doesNotContain("Quaggenthwaite");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATIVE SUPPORT LTD|Creative Support Limited|exact-name",
                "CREATIVE SUPPORT LTD#3|Creative Support Limited|exact-name",
                "Creative Support Limited|Creative Support Limited|exact-name",
                "HC1 Ltd t/a Appleton Lodge|HC-ONE LIMITED|other-name",
                "HC One Ltd|HC-ONE LIMITED|exact-name",
                "HC-One Limited#2|HC-ONE LIMITED|exact-name",
                "HC-ONE LTD (Worsley Lodge)|HC-ONE LIMITED|other-name",
                "Great Places Housing Association|Great Places Housing Association|exact-name",
                "000412CREATIVE SUPPORT LTD|Creative Support Limited|exact-name",
                "Medlock Lodge Care Home|Medlock Lodge Care Home Limited|exact-name"
            })
    void findsTheOneThatItMust(String written, String name, String method) {
        // When
        var match = match(Sought.named(written));

        // Then
        assertThat(match.supplier()).contains(id(REGISTER.get(name)));
        assertThat(match.method().code()).isEqualTo(method);
        assertThat(match.explanation()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A-B-C Company|Any Company",
                "A-B-C Company|Harbour Company",
                "BELLETECH CORP|11420 CORP.",
                "L&Q Living|L&Q",
                "Great Places Housing|Great Places Housing Group",
                "Workman|Workman LLP"
            })
    void decidesNothingWhereItMustNot(String written, String name) {
        assertThat(match(Sought.named(written)).supplier())
                .as(written + " is not " + name)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HC-ONE LIMITED",
                "HC-One Ltd",
                "HC One Ltd",
                "HC ONE",
                "HC-1",
                "HC1 Ltd",
                "H C One Ltd",
                "HC-ONE Limited#2",
                "HC-1 (Pendleton Court)",
                "HC-One Ltd (Acorn Hollow)",
                "HC-One Ltd - Kings Park",
                "HC1 Ltd t/a Appleton Lodge",
                "HC-ONE LTD T/A WORSLEY LODGE",
                "HC-One Limited trading as Newlands"
            })
    void findsOneCompanyUnderAllItsSpellingsThoughItHasSisters(String written) {
        assertThat(match(Sought.named(written)).supplier()).contains(id("GB-COH:07712656"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HC-ONE OVAL LTD|GB-COH:10000011",
                "HC-One No.1 Ltd|GB-COH:10000013",
                "HCONE FOUNDATION|GB-COH:10000014",
                "Great Places Housing Group|GB-COH:IP30045R",
                "Great Places Housing Association|GB-COH:IP19564R",
                "L & Q|GB-COH:IP30441R",
                "11420 CORP|GB-COH:10000003"
            })
    void tellsSistersApart(String written, String identifier) {
        assertThat(match(Sought.named(written)).supplier()).contains(id(identifier));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HC-One Holdings Ltd", "HCONE LIMITED", "A-B-C Company", "Z Company", "Corp", "Company"})
    void leavesToAPersonWhatOnlyLooksAlike(String written) {
        assertThat(match(Sought.named(written)).supplier()).isEmpty();
    }

    @Test
    void findsANameThatTheFeedCutOff() {
        // Given
        var cut = Sought.named("Greater Manchester Combined Authori").cutAt(35);

        // When
        var match = match(cut);

        // Then
        assertThat(match.supplier()).contains(id("GB-LAE:GMCA"));
        assertThat(match.method()).isEqualTo(Method.CUT_NAME);
    }

    @Test
    void believesAnIdentifierBeforeAName() {
        // When
        var match = match(Sought.of("Harbour Company", List.of("GB-COH:7712656"), null));

        // Then
        assertThat(match.supplier()).contains(id("GB-COH:07712656"));
        assertThat(match.explanation()).contains("GB-COH:07712656");
    }

    @Test
    void asksAPersonWhenIdentifiersDisagree() {
        assertThat(match(Sought.of("Harbour", List.of("GB-COH:07712656", "GB-COH:10000001"), null))
                        .state())
                .isEqualTo(Match.State.REVIEW);
    }

    @Test
    void tellsBodiesOfOneNameApartByTheirLegalForm() {
        assertThat(match(Sought.named("ROCH VALLEY JOINERY LLP")).supplier()).contains(id("GB-COH:OC000004"));
        assertThat(match(Sought.named("Roch Valley Joinery Ltd")).supplier()).contains(id("GB-COH:10000004"));
        assertThat(match(Sought.named("Roch Valley Joinery")).supplier()).isEmpty();
    }

    @Test
    void decidesNothingByNameWhereTheNumberIsAnothers() {
        assertThat(match(Sought.of("Croal Street Nursery", List.of("GB-COH:99999999"), null))
                        .supplier())
                .isEmpty();
    }

    @Test
    void findsAFormerName() {
        // When
        var match = match(Sought.named("Etherow Nursing Ltd"));

        // Then
        assertThat(match.supplier()).contains(id("GB-COH:10000008"));
        assertThat(match.method()).isEqualTo(Method.OTHER_NAME);
    }

    @Test
    void showsTheLikeliestForANameWithASlip() {
        // When
        var candidates = MATCHING.candidates(INDEX, List.of(Sought.named("Medlok Lodge Care Homes")), 3)
                .get(0);

        // Then
        assertThat(candidates.get(0).supplier()).isEqualTo(id("GB-COH:10000005"));
        assertThat(candidates.get(0).reasons()).isNotEmpty();
    }

    @RepeatedTest(100)
    void readsAnyWritingWithoutFailing(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var pieces = List.of(
                "Ltd", "t/a", "(", ")", "#", "-", "total", "HC", "One", "'", "é", "0001", "&", " ", "\u0000",
                "Company");
        var name = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            name.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
        }

        // When
        var match = match(Sought.named(name.toString()));

        // Then
        assertThat(match.supplier().isPresent()).isEqualTo(match.state() == Match.State.DECIDED);
    }

    private static Match match(Sought sought) {
        return MATCHING.match(INDEX, List.of(sought)).get(0);
    }

    private static UUID id(String identifier) {
        return UUID.nameUUIDFromBytes(identifier.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
