package anchorage.registry.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.registry.candidate.IndexedSupplier.Named;
import anchorage.registry.name.NameParts;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTest {

    @RepeatedTest(100)
    void comparesNamesThatItHasNotReadAsIfItHad(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var one = Words.of(NameParts.of(name(random)));
        var other = name(random);
        var held = new IndexedSupplier(
                        new UUID(0, 1), List.of(new Named(other, "CURRENT")), List.of(), List.of(), false)
                .entries();
        if (held.isEmpty()) {
            return;
        }

        // When
        double common = new Runs(one).common(new BytesRef(held.get(0).bytes()));

        // Then
        assertThat(common)
                .isEqualTo(Words.common(one.runs(), held.get(0).words().runs()));
    }

    @ParameterizedTest
    @CsvSource({
        "QUILLET, QUILET",
        "QUILLET, QUILLETT",
        "QUILLET, QUILLAT",
        "QUILLET, QIULLET",
        "QUILLET, UILLET",
        "QUILLET, QUILLET"
    })
    void knowsAWordOfWhichOneLetterWentWrong(String word, String written) {
        assertThat(Words.slips(word)).containsAnyElementsOf(Words.slips(written));
    }

    @ParameterizedTest
    @CsvSource({"QUILLET, QALLIT", "MILLER, MALLET", "QUILLET, FERROW"})
    void doesNotTakeOneWordForAnother(String word, String other) {
        assertThat(Words.slips(word)).doesNotContainAnyElementsOf(Words.slips(other));
    }

    @Test
    void takesNoShortWordForAnother() {
        assertThat(Words.slips("MILL")).isEmpty();
    }

    private static String name(Random random) {
        var pieces = List.of("BANANA", "Anna", "Quillet", "Co", "É", "Łódź", "Ltd", "1", "&", "Ferrow", "ß");
        var name = new StringBuilder("a");
        for (int length = random.nextInt(random.nextInt(50) == 0 ? 400 : 7); length > 0; length--) {
            name.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
        }
        return name.toString();
    }
}
