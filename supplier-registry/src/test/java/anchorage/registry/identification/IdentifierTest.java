package anchorage.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.registry.identification.Identification.Method;
import anchorage.registry.name.NameKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentifierTest {

    private static final UUID ROCH = new UUID(0, 1);
    private static final UUID GOYT = new UUID(0, 2);

    @Test
    void believesAnIdentifierBeforeAName() {
        // When
        var decision = Identifier.decide(
                mention("Goyt Care", "GB-COH:00000001"),
                Map.of("GB-COH:00000001", Set.of(ROCH)),
                Map.of("GOYTCARE", Set.of(GOYT)));

        // Then
        assertThat(decision.supplier()).isEqualTo(ROCH);
        assertThat(decision.method()).isEqualTo(Method.IDENTIFIER);
        assertThat(decision.explanation()).contains("GB-COH:00000001");
    }

    @Test
    void decidesByANameThatOneSupplierHas() {
        // When
        var decision = Identifier.decide(mention("GOYT CARE LTD"), Map.of(), Map.of("GOYTCARE", Set.of(GOYT)));

        // Then
        assertThat(decision.supplier()).isEqualTo(GOYT);
        assertThat(decision.state()).isEqualTo("DECIDED");
    }

    @Test
    void decidesNothingByANameThatTwoSuppliersHave() {
        // When
        var decision = Identifier.decide(mention("Goyt Care"), Map.of(), Map.of("GOYTCARE", Set.of(GOYT, ROCH)));

        // Then
        assertThat(decision.state()).isEqualTo("PROVISIONAL");
        assertThat(decision.explanation()).contains("2 suppliers");
    }

    @Test
    void looksForNoPersonInRegisters() {
        // When
        var decision = Identifier.decide(
                new Mention(UUID.randomUUID(), "a", "Mrs J Fernlea", NameKey.of("Mrs J Fernlea"), List.of(), true),
                Map.of(),
                Map.of(NameKey.of("Mrs J Fernlea"), Set.of(ROCH)));

        // Then
        assertThat(decision.isProvisional()).isTrue();
    }

    @Test
    void makesOneProvisionalSupplierOfAnAnchorsSpellings() {
        assertThat(Identifier.decide(mention("Goyt Care Ltd"), Map.of(), Map.of())
                        .supplier())
                .isEqualTo(Identifier.decide(mention("GOYT CARE LIMITED#2"), Map.of(), Map.of())
                        .supplier());
    }

    private static Mention mention(String name, String... identifiers) {
        return new Mention(UUID.randomUUID(), "an-anchor", name, NameKey.of(name), List.of(identifiers), false);
    }
}
