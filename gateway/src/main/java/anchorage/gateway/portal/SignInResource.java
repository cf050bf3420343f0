package anchorage.gateway.portal;

import anchorage.gateway.GatewaySettings;
import anchorage.gateway.session.IdentityProviderFailed;
import anchorage.gateway.session.SameOrigin;
import anchorage.gateway.session.Session;
import anchorage.gateway.session.SessionCookie;
import anchorage.gateway.session.SessionProblem;
import anchorage.gateway.session.Sessions;
import anchorage.kit.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How people come in and go. What lies between, until {@code signed-in}, is the framework's code flow. */
@Path("/")
class SignInResource {

    private static final Logger LOG = Logger.getLogger(SignInResource.class);
    private static final String WHOEVER_HAS_SIGNED_IN = "**";
    /** What the framework would have browsers keep; it has nothing to tell them. */
    private static final String COOKIE_OF_THE_FRAMEWORK = "q_session_portal";

    private final RoutingContext context;
    private final Sessions sessions;
    private final SameOrigin sameOrigin;
    private final Frame frame;
    private final Visitor visitor;
    private final GatewaySettings settings;

    SignInResource(
            RoutingContext context,
            Sessions sessions,
            SameOrigin sameOrigin,
            Frame frame,
            Visitor visitor,
            GatewaySettings settings) {
        this.context = context;
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
        this.frame = frame;
        this.visitor = visitor;
        this.settings = settings;
    }

    @GET
    @Path("docs/sign-in")
    @RolesAllowed(WHOEVER_HAS_SIGNED_IN)
    public RestResponse<Void> signIn() {
        return to("/docs/account");
    }

    @GET
    @Path("docs/signed-in")
    @RolesAllowed(WHOEVER_HAS_SIGNED_IN)
    public RestResponse<Void> signedIn() {
        context.response().removeCookie(COOKIE_OF_THE_FRAMEWORK);
        return to("/docs/account");
    }

    @GET
    @Path("docs/account")
    @PermitAll
    @Produces("text/html;charset=utf-8")
    public String account() {
        var person = visitor.person();
        var ends = visitor.session().map(this::end);
        return frame.around(AccountPage.of(person, ends, settings.people().idle()), person);
    }

    @POST
    @Path("docs/sign-out")
    @PermitAll
    public RestResponse<?> signOut() {
        if (!sameOrigin.mayBeBelieved(context.request())) {
            return Problem.of(SessionProblem.CROSS_SITE_REQUEST, "Sign out on a page of this site.")
                    .asResponse();
        }
        var name = visitor.sessionName();
        SessionCookie.take(context.response());
        name.ifPresent(sessions::end);
        return to("/docs");
    }

    @ServerExceptionMapper
    public RestResponse<Problem> goesOnThere(IdentityProviderFailed failure) {
        LOG.errorf("a session was ended here and not at the identity provider cause=%s", failure.getMessage());
        return Problem.of(
                        SessionProblem.NO_IDENTITY_PROVIDER,
                        "You are signed out here, but the identity provider could not be told and may still know you. "
                                + "Close the browser.")
                .asResponse();
    }

    private Instant end(Session open) {
        return open.end(settings.people().longest());
    }

    private static RestResponse<Void> to(String path) {
        return RestResponse.seeOther(URI.create(path));
    }
}
