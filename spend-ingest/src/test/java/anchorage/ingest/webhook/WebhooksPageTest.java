package anchorage.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/webhooks.md, as it stands there. */
class WebhooksPageTest {

    private static final Pattern PYTHON = Pattern.compile("```python\n(.+?)```", Pattern.DOTALL);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long AT = 1614265330;

    @TempDir
    Path folder;

    @Test
    void verifiesThePublishedExampleAndWhatWeSign() throws IOException, InterruptedException {
        var published = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assertThat(verdict(published, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", AT))
                .isEqualTo("ours");

        var secret = WebhookSecret.made();
        var both = WebhookSecret.made().sign(ID, Instant.ofEpochSecond(AT), BODY) + " "
                + secret.sign(ID, Instant.ofEpochSecond(AT), BODY);
        assertThat(verdict(secret.written(), both, AT)).isEqualTo("ours");
    }

    @Test
    void refusesWhatAnotherSignedAndWhatIsOld() throws IOException, InterruptedException {
        var secret = WebhookSecret.made();
        var signature = secret.sign(ID, Instant.ofEpochSecond(AT), BODY);

        assertThat(verdict(WebhookSecret.made().written(), signature, AT)).isEqualTo("not ours");
        assertThat(verdict(secret.written(), signature, AT + 301)).isEqualTo("not ours");
    }

    private String verdict(String secret, String signature, long now) throws IOException, InterruptedException {
        var block = PYTHON.matcher(Files.readString(RealData.root().resolve("docs/webhooks.md")));
        assertThat(block.find()).isTrue();
        var program = Files.writeString(folder.resolve("verify.py"), block.group(1));
        var run = new ProcessBuilder(
                        "python3", program.toString(), secret, ID, String.valueOf(AT), signature, String.valueOf(now))
                .redirectErrorStream(true)
                .start();
        try (var input = run.getOutputStream()) {
            input.write(BODY.getBytes(UTF_8));
        }
        var said = new String(run.getInputStream().readAllBytes(), UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        return said.strip();
    }
}
