package anchorage.ingest.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherClientsTest {

    private static final String CLIENT = "publisher-bolton";
    private static final String COORDINATE =
            Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
    private static final List<PublisherKey> KEYS =
            List.of(new PublisherKey("EC", "2026-11", null, null, null, null, "P-256", COORDINATE, COORDINATE));

    private StandInRealm realm;
    private PublisherClients publishers;

    @BeforeEach
    void open() throws IOException {
        use(new StandInRealm(true));
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void opensToNothingBeforeASecretWasTold() {
        publishers.provision("bolton");

        assertThat(realm.lets(CLIENT, "")).isFalse();
        assertThat(publishers.rotate("bolton")).isEqualTo(new PublisherSecret("secret-1", Optional.empty()));
        assertThat(realm.lets(CLIENT, "secret-1")).isTrue();
    }

    @Test
    void keepsTheFormerSecretAndSaysUntilWhen() {
        var former = publishers.rotate("bolton");

        var secret = publishers.rotate("bolton");

        assertThat(secret.formerEndsAt()).contains(Instant.ofEpochSecond(StandInRealm.FORMER_ENDS_AT));
        assertThat(realm.lets(CLIENT, former.value())).isTrue();
        assertThat(realm.lets(CLIENT, secret.value())).isTrue();
    }

    @Test
    void endsTheFormerSecretAsOftenAsItIsToldTo() {
        var former = publishers.rotate("bolton");
        var secret = publishers.rotate("bolton");

        publishers.endFormer("bolton");
        publishers.endFormer("bolton");

        assertThat(realm.lets(CLIENT, former.value())).isFalse();
        assertThat(realm.lets(CLIENT, secret.value())).isTrue();
    }

    @Test
    void endsNothingOfAnAnchorWithoutAClient() {
        publishers.endFormer("bury");

        assertThat(publishers.rotate("bury").formerEndsAt()).isEmpty();
    }

    @Test
    void bringsNoSecretFromBeforeTheKeysBackToLife() {
        var oldest = publishers.rotate("bolton");
        var old = publishers.rotate("bolton");
        publishers.useKeys("bolton", KEYS);
        assertThat(realm.lets(CLIENT, old.value())).isFalse();

        var secret = publishers.rotate("bolton");

        assertThat(secret.formerEndsAt()).isEmpty();
        assertThat(realm.lets(CLIENT, oldest.value())).isFalse();
        assertThat(realm.lets(CLIENT, old.value())).isFalse();
        assertThat(realm.lets(CLIENT, secret.value())).isTrue();
    }

    @Test
    void keepsTheFormerSecretOfAClientThatWasMadeBeforeThereWasAPolicy() {
        realm.makeUnmarked(CLIENT);
        publishers.provision("bolton");
        var former = publishers.rotate("bolton");

        var secret = publishers.rotate("bolton");

        assertThat(secret.formerEndsAt()).isPresent();
        assertThat(realm.lets(CLIENT, former.value())).isTrue();
    }

    @Test
    void saysThatNoFormerSecretIsGoodWhereTheRealmKeepsNone() throws IOException {
        realm.close();
        use(new StandInRealm(false));
        var former = publishers.rotate("bolton");

        var secret = publishers.rotate("bolton");
        publishers.endFormer("bolton");

        assertThat(secret.formerEndsAt()).isEmpty();
        assertThat(realm.lets(CLIENT, former.value())).isFalse();
        assertThat(realm.lets(CLIENT, secret.value())).isTrue();
    }

    private void use(StandInRealm realm) {
        this.realm = realm;
        this.publishers = new PublisherClients(new RealmAdministration(realm, new ObjectMapper()));
    }
}
