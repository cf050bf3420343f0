package anchorage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.kit.security.Roles;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists as CSV. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TablesTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final SpendFeed feed =
            new SpendFeed("demo-table-" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeEach
    void anAnchorWithAFeed() {
        feed.create();
    }

    @Test
    void holdWhatTheJsonHolds() {
        describe("over-500", Map.of("title", "=1+1", "vatBasis", "NET", "threshold", "500.00"));

        var table = csv(path("/feeds"));

        table.then()
                .contentType("text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", equalTo("attachment; filename=\"feeds.csv\""));
        assertThat(table.asString())
                .isEqualTo(
                        "anchor,id,title,vat_basis,threshold,cadence,mapping_columns,mapping_date_order,mapping_version\r\n"
                                + feed.anchor() + ",over-500,'=1+1,NET,500.00,MONTHLY,,,0\r\n"
                                + feed.anchor() + ",spend,Spend,NET,,MONTHLY,,,0\r\n");
    }

    @Test
    void goOnWhereTheirLinksLead() {
        for (var id : List.of("a", "b")) {
            describe(id, Map.of());
        }

        var rows = new ArrayList<String>();
        var address = path("/feeds?limit=1");
        while (address != null) {
            var page = csv(address);
            page.asString().lines().skip(1).map(line -> line.split(",")[1]).forEach(rows::add);
            var next = NEXT.matcher(String.join(", ", page.headers().getValues("Link")));
            address = next.find() ? next.group(1) : null;
        }

        assertThat(rows).containsExactly("a", "b", "spend");
    }

    @Test
    void areGivenToWhoPrefersThemAlone() {
        for (var accept :
                List.of("*/*", "application/json", "application/json, text/csv;q=0.9", "text/html, */*;q=0.1")) {
            feed.publisher()
                    .accept(accept)
                    .get(path("/feeds"))
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("application/json"));
        }
        feed.publisher().get(path("/feeds")).then().contentType(startsWith("application/json"));
        feed.publisher()
                .accept("text/csv, application/json;q=0.5")
                .get(path("/feeds"))
                .then()
                .contentType(startsWith("text/csv"));
        feed.publisher().accept("image/png").get(path("/feeds")).then().statusCode(406);
    }

    @Test
    void haveTagsOfTheirOwn() {
        var json = feed.publisher().get(path("/feeds"));
        var table = csv(path("/feeds"));
        var tag = table.header("ETag");

        assertThat(tag).startsWith("\"").isNotEqualTo(json.header("ETag"));
        assertThat(json.header("Vary")).contains("Accept");
        assertThat(table.header("Vary")).contains("Accept");
        feed.publisher()
                .accept("text/csv")
                .header("If-None-Match", tag)
                .get(path("/feeds"))
                .then()
                .statusCode(304);
        feed.publisher().header("If-None-Match", tag).get(path("/feeds")).then().statusCode(200);
    }

    @Test
    void haveAHeaderThoughThereIsNothingInThem() {
        assertThat(csv(path("/alerts")).asString()).isEqualTo("code,feed,since,last_heard,detail\r\n");
    }

    @Test
    void areRefusedAsProblems() {
        SpendFeed.with(Tokens.of(Roles.ANCHOR_PUBLISHER, "demo-other", "spend-ingest"))
                .accept("text/csv")
                .get(path("/feeds"))
                .then()
                .statusCode(403)
                .contentType(startsWith("application/problem+json"));
        feed.publisher()
                .accept("text/csv")
                .get(path("/feeds?cursor=x"))
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void areGivenOfEveryList() {
        feed.pushed(SpendFeed.ledger(), Map.of());
        for (var list : List.of(
                "/v1/anchors",
                path("/feeds"),
                path("/feeds/spend/mappings"),
                path("/feeds/spend/deliveries"),
                path("/alerts"),
                "/v1/mapping-presets",
                "/v1/webhooks")) {
            csv(list).then().statusCode(200).contentType(startsWith("text/csv"));
        }
        assertThat(csv(path("/feeds/spend/deliveries")).asString())
                .startsWith("id,anchor,feed,state,received_at,file_name,bytes,sha256,layout_format,")
                .contains(",counts_read,", ",totals_net,", ",12.50,");
    }

    private Response csv(String address) {
        return feed.publisher().urlEncodingEnabled(false).accept("text/csv").get(address);
    }

    private void describe(String id, Map<String, ?> description) {
        feed.publisher()
                .contentType("application/json")
                .body(description)
                .put(path("/feeds/" + id))
                .then()
                .statusCode(200);
    }

    private String path(String rest) {
        return "/v1/anchors/" + feed.anchor() + rest;
    }
}
