package anchorage.registry.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrgIdTest {

    @ParameterizedTest
    @CsvSource({
        "GB-COH:226143, GB-COH:00226143",
        "gb-coh-00226143, GB-COH:00226143",
        "GB-COH:SC 12345, GB-COH:SC012345",
        "GB-COH:IP27440R, GB-COH:IP27440R",
        "GB-COH:IP027440R, GB-COH:IP27440R",
        "GB-CHC:0223240, GB-CHC:223240",
        "GB-SC:012345, GB-SC:SC012345",
        "VAT:GB 980 7806 84, VAT:GB980780684",
        "XI-LEI:213800WSGIIZCXF1P572, XI-LEI:213800WSGIIZCXF1P572"
    })
    void undoesWhatSpreadsheetsDo(String written, String identifier) {
        assertThat(OrgId.of(written)).contains(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB-COH:00000000",
                "GB-COH:N/A",
                "GB-COH:123456789",
                "VAT:GB980780685",
                "XI-LEI:213800WSGIIZCXF1P573",
                "GB-CHC:12",
                "no scheme"
            })
    void refusesWhatCannotBeOne(String written) {
        assertThat(OrgId.of(written)).isEmpty();
    }

    /** The three numbers are in FCA's and Companies House's registers for one credit union. */
    @Test
    void bringsTheNumbersOfOneSocietyTogether() {
        assertThat(OrgId.aliases("GB-MPR:129CUS")).contains("GB-COH:RS00129S", "GB-COH:IP000129", "GB-MPR:129CUS");
        assertThat(OrgId.aliases("GB-COH:IP10002R")).contains("GB-MPR:10002R");
        assertThat(OrgId.aliases("GB-COH:00226143")).containsExactly("GB-COH:00226143");
    }

    @RepeatedTest(300)
    void writesAnIdentifierInOneWayOnly(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var schemes = new String[] {"GB-COH", "GB-CHC", "GB-SC", "GB-MPR", "VAT", "XI-LEI", "GB-NHS"};
        var alphabet = "0123456789 -SCIPRN";
        var value = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            value.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }

        // When
        var identifier = OrgId.of(schemes[random.nextInt(schemes.length)], value.toString());

        // Then
        identifier.ifPresent(known -> assertThat(OrgId.of(known)).contains(known));
    }
}
