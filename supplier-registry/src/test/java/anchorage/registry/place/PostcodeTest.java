package anchorage.registry.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostcodeTest {

    @Test
    void readsEveryWayOfWritingOne() {
        assertThat(Postcode.of("M1  1AD")).contains(new Postcode("M11AD"));
        assertThat(Postcode.of("sk15 2bn")).contains(new Postcode("SK152BN"));
        assertThat(Postcode.of("EC1A 1BB").orElseThrow()).hasToString("EC1A 1BB");
        assertThat(Postcode.of("Manchester")).isEmpty();
    }

    @Test
    void findsTheLastOneInAnAddress() {
        assertThat(Postcode.lastIn("Unit M1 4AB,\nDumballs Road,\nCardiff,\nUnited Kingdom,\nCF10 5BF"))
                .contains(new Postcode("CF105BF"));
        assertThat(Postcode.lastIn("no postcode here")).isEmpty();
    }
}
