package anchorage.gateway.portal;

import anchorage.gateway.GatewaySettings;
import anchorage.gateway.portal.Pages.Page;
import anchorage.gateway.session.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What all pages share: the ways to the others, and who has signed in. */
@ApplicationScoped
class Frame {

    private final String frame =
            Pages.text("/anchorage/gateway/portal/page.html").orElseThrow();
    private final String signIn;

    Frame(GatewaySettings settings) {
        // The identity provider sends people back to this address alone, so it is where they have to come from.
        signIn = settings.site() + "/docs/sign-in";
    }

    /** The page in its frame, for that person. */
    String around(Page page, Optional<Person> person) {
        return frame.replace("{title}", page.title())
                .replace("{person}", person.map(Frame::signedIn).orElseGet(this::signedOut))
                .replace("{content}", page.content());
    }

    /** Text as it stands in HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String signedIn(Person person) {
        return """
                <div class="person"><span>Signed in as <a href="/docs/account">%s</a></span>
                <form method="post" action="/docs/sign-out"><button>Sign out</button></form></div>
                """.formatted(escaped(person.name()));
    }

    private String signedOut() {
        return "<div class=\"person\"><a href=\"%s\">Sign in</a></div>\n".formatted(escaped(signIn));
    }
}
