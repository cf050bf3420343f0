package anchorage.registry.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATIVE SUPPORT LTD|Creative Support Limited",
                "CREATIVE SUPPORT LTD#3|Creative Support Limited",
                "The Together Trust|TOGETHER TRUST",
                "George Cox & Sons Ltd|GEORGE COX AND SONS LIMITED",
                "Cafe Roch C.I.C.|Café Roch CIC",
                "A. B. Goyt P.L.C.|AB Goyt Public Limited Company"
            })
    void holdsNamesForTheSameThatTheLawHoldsForTheSame(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other)).isNotEmpty();
    }

    /** Since 2015 these words count (SI 2015/17, schedule 3). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Great Places Housing Association|Great Places Housing Group",
                "Roch Holdings Ltd|Roch Ltd",
                "L&Q Living|L&Q",
                "A-B-C Company|Any Company",
                "BELLETECH CORP|11420 CORP."
            })
    void keepsApartWhatTheLawKeepsApart(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @Test
    void isEmptyWhereNothingCounts() {
        assertThat(NameKey.of(" --- ")).isEmpty();
    }

    @RepeatedTest(300)
    void holdsLettersAndDigitsOnly(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var alphabet = "AbcdéÖß &+-.'#1 3LTDimited";
        var name = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            name.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }

        // When
        var key = NameKey.of(name.toString());

        // Then
        assertThat(key).matches("[\\p{L}\\p{N}]*");
    }
}
