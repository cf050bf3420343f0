package anchorage.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    /** Looks numbers up, and no names. */
    private final AddressGuard guard = new AddressGuard(false, InetAddress::getAllByName);

    private final AddressGuard local = new AddressGuard(true, InetAddress::getAllByName);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.1.2.3/x",
                "https://100.64.0.1/",
                "https://100.100.100.200/",
                "https://127.0.0.1/",
                "https://127.255.255.254/",
                "https://0.0.0.0/",
                "https://169.254.169.254/latest/meta-data/",
                "https://168.63.129.16/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.0.0.192/",
                "https://192.168.1.1:8443/",
                "https://198.19.0.1/",
                "https://203.0.113.9/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2001::1]/",
                "https://[2001:db8::1]/",
                "https://[2002:7f00:1::]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[ff02::1]/",
                "https://2130706433/",
                "https://127.1/",
            })
    void refusesWhatIsNotOnThePublicInternet(String address) {
        assertThatThrownBy(() -> guard.judge(URI.create(address))).as(address).isInstanceOf(UnfitAddress.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://8.8.8.8/",
                "https://172.32.0.1/",
                "https://100.128.0.1/x?y=1",
                "https://192.0.1.1:8443/",
                "https://[2606:4700::1111]/"
            })
    void letsThePublicInternetThrough(String address) {
        assertThat(guard.judge(URI.create(address))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "https:///x",
                "https://user:word@8.8.8.8/",
                "https://8.8.8.8/#part",
                "mailto:a@example.org",
                "/hooks"
            })
    void refusesWhatIsNotPlainHttps(String address) {
        assertThatThrownBy(() -> guard.judge(URI.create(address))).as(address).isInstanceOf(UnfitAddress.class);
    }

    @Test
    void letsThisMachineThroughOnlyWhereItIsToldTo() {
        var address = URI.create("http://127.0.0.1:9000/hook");

        assertThat(local.judge(address)).isEqualTo(InetAddress.getLoopbackAddress());
        assertThatThrownBy(() -> guard.judge(address)).isInstanceOf(UnfitAddress.class);
        assertThatThrownBy(() -> local.judge(URI.create("http://8.8.8.8/"))).isInstanceOf(UnfitAddress.class);
        assertThatThrownBy(() -> local.judge(URI.create("https://10.0.0.1/"))).isInstanceOf(UnfitAddress.class);
    }

    @Test
    void refusesANameOfWhichOneAddressIsNotPublic() {
        var mixed = new AddressGuard(
                false, name -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")});

        assertThatThrownBy(() -> mixed.judge(URI.create("https://mixed.example/")))
                .isInstanceOf(UnfitAddress.class);
    }

    @Test
    void refusesANameThatLeadsNowhere() {
        var nowhere = new AddressGuard(false, name -> {
            throw new UnknownHostException(name);
        });

        assertThatThrownBy(() -> nowhere.judge(URI.create("https://nowhere.example/")))
                .hasMessageContaining("leads nowhere");
    }
}
