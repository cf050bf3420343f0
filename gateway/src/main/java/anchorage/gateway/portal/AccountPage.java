package anchorage.gateway.portal;

import static anchorage.gateway.portal.Frame.escaped;

import anchorage.gateway.portal.Pages.Page;
import anchorage.gateway.session.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Tells somebody as whom they are known here, and until when. */
final class AccountPage {

    private static final String TITLE = "Your account";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private AccountPage() {}

    /**
     * The page.
     *
     * @param ends when the session ends, however much it is used
     * @param idle after how long without use it ends
     */
    static Page of(Optional<Person> person, Optional<Instant> ends, Duration idle) {
        return new Page(TITLE, "<h1>" + TITLE + "</h1>\n" + content(person, ends, idle));
    }

    private static String content(Optional<Person> person, Optional<Instant> ends, Duration idle) {
        if (person.isEmpty() || ends.isEmpty()) {
            return "<p>You are not signed in.</p>\n";
        }
        return """
                <table>
                <tr><th scope="row">Name</th><td>%s</td></tr>
                <tr><th scope="row">Roles</th><td>%s</td></tr>
                <tr><th scope="row">Anchor</th><td>%s</td></tr>
                <tr><th scope="row">Signed in</th><td>until %s, or %d minutes without use</td></tr>
                </table>
                <p>Try operations in the <a href="/docs/reference">reference</a>: they are asked with your own roles.
                What each role may do: <a href="/docs/security">security</a>.</p>
                """.formatted(
                        escaped(person.get().name()),
                        person.get().roles().isEmpty()
                                ? "none; ask whoever runs this platform"
                                : escaped(String.join(", ", person.get().roles())),
                        escaped(person.get().anchor().orElse("bound to none")),
                        CLOCK.format(ends.get()),
                        idle.toMinutes());
    }
}
