package anchorage.testsupport.broken.other.web;

import anchorage.testsupport.broken.bad.Noun;
import jakarta.ws.rs.GET;

/** An endpoint that names no role, of a noun that needs the noun that needs it. */
public class Resource {

    Noun noun;

    @GET
    public String read() {
        return "";
    }
}
