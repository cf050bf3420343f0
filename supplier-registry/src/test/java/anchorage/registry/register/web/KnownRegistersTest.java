package anchorage.registry.register.web;

import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import anchorage.contracts.MentionSeen;
import anchorage.local.part.Pause;
import anchorage.registry.DigestId;
import anchorage.registry.identification.Identifications;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The files of registers as their publishers lay them out, with made-up organisations. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class KnownRegistersTest {

    private static final String AUDIENCE = "supplier-registry";

    /** The real header: some titles begin with a space. */
    private static final String COMPANIES = "CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,"
            + "RegAddress.AddressLine1, RegAddress.AddressLine2,RegAddress.PostTown,RegAddress.County,RegAddress.Country,"
            + "RegAddress.PostCode,CompanyCategory,CompanyStatus,CountryOfOrigin,DissolutionDate,IncorporationDate,"
            + "Accounts.AccountRefDay,Accounts.AccountRefMonth,Accounts.NextDueDate,Accounts.LastMadeUpDate,"
            + "Accounts.AccountCategory,Returns.NextDueDate,Returns.LastMadeUpDate,Mortgages.NumMortCharges,"
            + "Mortgages.NumMortOutstanding,Mortgages.NumMortPartSatisfied,Mortgages.NumMortSatisfied,"
            + "SICCode.SicText_1,SICCode.SicText_2,SICCode.SicText_3,SICCode.SicText_4,LimitedPartnerships.NumGenPartners,"
            + "LimitedPartnerships.NumLimPartners,URI,PreviousName_1.CONDATE, PreviousName_1.CompanyName,"
            + " PreviousName_2.CONDATE, PreviousName_2.CompanyName\n";

    @Inject
    Identifications identifications;

    @Test
    void loadsCompaniesWithFormerNamesAndClasses() {
        // When
        loaded("companies-house", COMPANIES + company("DARWEN VALE HOLDINGS LIMITED", "93000001", "BB1 1AA", "Active"));

        // Then
        steward()
                .get("/v1/suppliers/" + id("GB-COH:93000001"))
                .then()
                .statusCode(200)
                .body("name", equalTo("DARWEN VALE HOLDINGS LIMITED"))
                .body("names.find { it.value == 'DARWEN MILL LIMITED' }.validUntil", equalTo("2015-06-01"))
                .body("names.find { it.value == 'DARWEN MILL LIMITED' }.validFrom", equalTo("2001-02-03"))
                .body("names.find { it.value == 'OLD DARWEN LIMITED' }.validUntil", equalTo("2001-02-03"))
                .body("premises.postcode", equalTo(List.of("BB11AA")))
                .body("ownership.value", equalTo(List.of("PRIVATE_COMPANY")))
                .body("ownership.evidence", equalTo(List.of("CompanyCategory: Private Limited Company")))
                .body("sectors.value", hasItems("62020 - Information technology consultancy activities"))
                .body("sizes.value", equalTo(List.of("MICRO")))
                .body("statuses.value", equalTo(List.of("ACTIVE")));
    }

    @Test
    void endsWhatANewerVersionNoLongerStatesAndReKeysNobody() {
        // Given
        var file = COMPANIES + company("YARROW REACH LIMITED", "93000002", "PR1 1AA", "Active");
        loaded("companies-house?date=2026-01-01", file);
        var before = java.time.Instant.now();

        // When
        loaded("companies-house?date=2026-01-01", file);
        loaded("companies-house?date=2026-06-01", file.replace("PR1 1AA", "M3 3AA"));

        // Then
        var path = "/v1/suppliers/" + id("GB-COH:93000002");
        steward().get(path + "?on=2026-05-31").then().body("premises.postcode", equalTo(List.of("PR11AA")));
        steward().get(path + "?on=2026-06-01").then().body("premises.postcode", equalTo(List.of("M33AA")));
        steward()
                .queryParam("asOf", before.toString())
                .get(path + "?on=2026-06-01")
                .then()
                .body("premises.postcode", equalTo(List.of("PR11AA")));
        loaded("companies-house?date=2026-07-01", file.replace("PR1 1AA", "M3 3AA"));
        steward().get(path).then().body("premises.postcode", equalTo(List.of("M33AA", "PR11AA")));
    }

    @Test
    void takesACharityAndItsCompanyForOne() {
        // Given
        loaded("companies-house", COMPANIES + company("HYNDBURN CARERS LIMITED", "93000003", "BB5 1AA", "Active"));

        // When
        loaded(
                "charities",
                "date_of_extract\torganisation_number\tregistered_charity_number\tlinked_charity_number\tcharity_name\t"
                        + "charity_type\tcharity_registration_status\tdate_of_registration\tdate_of_removal\t"
                        + "charity_contact_address1\tcharity_contact_postcode\tcharity_company_registration_number\n"
                        + "2026-11-01\t1\t9300003\t0\tHYNDBURN CARERS\tCharitable company\tRegistered\t"
                        + "1999-01-02T00:00:00\t\t1 Mill Row\tBB5 1AA\t93000003\n"
                        + "2026-11-01\t2\t9300003\t1\tHYNDBURN CARERS FUND\tOther\tRegistered\t\t\t\t\t\n");

        // Then
        steward()
                .get("/v1/suppliers?identifier=GB-CHC:9300003")
                .then()
                .body("items.id", equalTo(List.of(id("GB-COH:93000003"))))
                .body("items[0].ownership.value", hasItems("PRIVATE_COMPANY", "CHARITY"));
    }

    @Test
    void knowsTheMutualsRegisterByItsRealSpelling() {
        // When
        loaded(
                "mutuals",
                "Society Number,Registered As,Society Name,Full Registation Number,Society Status,Registration Date,"
                        + "Deregistration Date,Society Address\n9331,Community Benefit Society,Calder Brook Homes Limited,"
                        + "9331R,Registered,01/02/1980,,\"1 Brook Row, Todmorden, OL14 1AA\"\n");

        // Then
        steward()
                .get("/v1/suppliers?identifier=GB-COH:IP09331R")
                .then()
                .body("items[0].identifiers.value", hasItem("GB-MPR:9331R"))
                .body("items[0].ownership.value", equalTo(List.of("COMMUNITY_BENEFIT_SOCIETY")))
                .body("items[0].premises.postcode", equalTo(List.of("OL141AA")));
    }

    @Test
    void loadsBodiesOfTheHealthService() {
        loaded(
                "nhs-ods",
                "\"Z9A\",\"IRWELL BANK NHS FOUNDATION TRUST\",\"Y62\",\"QOP\",\"1 MILL ROW\",\"\",\"\",\"BURY\",\"\","
                        + "\"BL9 1AA\",\"20170401\",\"\",\"\"\n");
        steward()
                .get("/v1/suppliers?identifier=GB-NHS:Z9A")
                .then()
                .body("items[0].ownership.value", equalTo(List.of("PUBLIC_BODY")))
                .body("items[0].ownership.validFrom", equalTo(List.of("2017-04-01")));
        assertThat(load("nhs-ods", "name,colour\nx,red\n").getString("problem")).contains("tenth");
    }

    @Test
    void keepsParentsThroughTimeAndNamesNoPerson() {
        // Given
        loaded(
                "companies-house",
                COMPANIES
                        + company("CHURNET DAIRY CIC", "93000004", "ST1 1AA", "Active")
                                .replace("Private Limited Company", "Community Interest Company"));

        // When
        loaded(
                "psc",
                psc("93000004", "corporate-entity-person-with-significant-control", "CHURNET GROUP PLC", "2024-04-01")
                        + psc("93000004", "individual-person-with-significant-control", "Mrs J Fernlea", "2020-01-01")
                        + psc(
                                "99999999",
                                "corporate-entity-person-with-significant-control",
                                "NOBODY KNOWN PLC",
                                "2024-04-01"));
        loaded("bods", """
                {"statementId":"s1","recordId":"e1","recordType":"entity","recordDetails":{"name":"CHURNET DAIRY CIC","identifiers":[{"scheme":"GB-COH","id":"93000004"}]}}
                {"statementId":"s2","recordId":"e2","recordType":"entity","recordDetails":{"name":"Churnet World NV","identifiers":[]}}
                {"statementId":"s3","recordId":"r1","recordType":"relationship","recordDetails":{"subject":"e1","interestedParty":"e2","interests":[{"type":"shareholding","directOrIndirect":"indirect","startDate":"2025-01-01"}]}}
                """);

        // Then
        var path = "/v1/suppliers/" + id("GB-COH:93000004");
        steward()
                .get(path)
                .then()
                .body("parents.value", hasItems("CHURNET GROUP PLC", "Churnet World NV"))
                .body("parents.size()", equalTo(2))
                .body("parents.find { it.role == 'ULTIMATE' }.validFrom", equalTo("2025-01-01"));
        steward().get("/v1/suppliers/" + id("GB-COH:99999999")).then().statusCode(404);
        steward().get(path + "?on=2024-03-31").then().body("parents.value", equalTo(List.of()));
    }

    @Test
    void tellsOfASocialSupplierWithANewOwnerAndOfADissolvedOneThatIsPaid() {
        // Given
        loaded(
                "companies-house",
                COMPANIES
                        + company("WHEATLEY LANE CIC", "93000005", "BB9 1AA", "Active")
                                .replace("Private Limited Company", "Community Interest Company")
                        + company("PADIHAM TILES LIMITED", "93000006", "BB12 1AA", "Liquidation"));
        loaded(
                "psc",
                psc(
                        "93000005",
                        "corporate-entity-person-with-significant-control",
                        "PENDLE CAPITAL PLC",
                        "2026-02-01"));
        identifications.see(List.of(
                new MentionSeen(UUID.randomUUID(), "an-anchor", null, "Wheatley Lane CIC", List.of(), null, false),
                new MentionSeen(UUID.randomUUID(), "an-anchor", null, "Padiham Tiles Ltd", List.of(), null, false)));

        // When
        var alerts = steward()
                .get("/v1/alerts?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(alerts.getString("items.find { it.name == 'WHEATLEY LANE CIC' }.kind"))
                .isEqualTo("SOCIAL_PARENT_NEW");
        assertThat(alerts.getString("items.find { it.name == 'WHEATLEY LANE CIC' }.since"))
                .isEqualTo("2026-02-01");
        assertThat(alerts.getString("items.find { it.name == 'PADIHAM TILES LIMITED' }.kind"))
                .isEqualTo("INACTIVE_PAID");
    }

    @Test
    void knowsPostcodesOfAnyYearAndTheDeprivationOfTheRightVintage() {
        // When
        loaded(
                "nspl",
                "pcd7,pcds,dointr,doterm,oslaua,lsoa11cd,lsoa21cd,osward\n"
                        + "OL9 7AA,OL9 7AA,198001,199912,E08000004,E01005300,E01005301,E05000001\n");
        loaded(
                "imd",
                "LSOA code (2011),LSOA name (2011),Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)\n"
                        + "E01005300,Oldham 001A,\"3,284\"\n");
        loaded("imd", "LSOA code (2021),Index of Multiple Deprivation (IMD) Rank\nE01005301,3376\nE01005300,1\n");

        // Then
        steward()
                .get("/v1/places?postcode=OL9 7AA")
                .then()
                .statusCode(200)
                .body("code", equalTo("E08000004"))
                .body("postcode.terminated", equalTo("199912"))
                .body("postcode.lsoa2011", equalTo("E01005300"))
                .body("deprivation.edition", equalTo(List.of("IMD_2019", "IMD_2025")))
                .body("deprivation.decile", equalTo(List.of(1, 2)));
        loaded("companies-house", COMPANIES + company("WERNETH TAP LIMITED", "93000009", "OL9 7AA", "Active"));
        steward()
                .get("/v1/suppliers/" + id("GB-COH:93000009"))
                .then()
                .body("premises[0].district", equalTo("E08000004"))
                .body("premises[0].deprivation.edition", equalTo("IMD_2025"))
                .body("premises[0].deprivation.decile", equalTo(2));
        assertThat(load("imd", "a,b\n1,2\n").getString("state")).isEqualTo("REFUSED");
        assertThat(load("nspl", "a,b\n1,2\n").getString("state")).isEqualTo("REFUSED");
    }

    @Test
    void movesAPostcodeToAnotherDistrictOnTheDayOfItsBoundaryChange() {
        // Given
        loaded(
                "area-lookup",
                "LAD23CD,LAD23NM,RGN23CD,RGN23NM\n"
                        + "E07000231,Leven Side (old),E12000002,North West\n"
                        + "E06000264,Leven and Kent,E12000002,North West\n");
        loaded("companies-house", COMPANIES + company("LEVEN SLATE LIMITED", "93000010", "LA7 7AA", "Active"));
        loaded("nspl?date=2022-11-01", "pcds,laua\nLA7 7AA,E07000231\n");

        // When
        loaded("nspl?date=2023-04-01", "pcds,laua\nLA7 7AA,E06000264\n");

        // Then
        var path = "/v1/suppliers/" + id("GB-COH:93000010");
        steward().get(path + "?on=2023-03-31").then().body("premises.district", equalTo(List.of("E07000231")));
        steward().get(path + "?on=2023-04-01").then().body("premises.district", equalTo(List.of("E06000264")));
        steward().get("/v1/places?postcode=LA7 7AA&on=2023-03-31").then().body("code", equalTo("E07000231"));
        steward().get("/v1/places?postcode=LA7 7AA").then().body("code", equalTo("E06000264"));

        // And an older file that is loaded late moves nothing but what was before it is known of
        loaded("nspl?date=2011-05-01", "pcds,laua\nLA7 7AA,E07000999\n");
        loaded("nspl?date=2023-08-01", "pcds,laua\nLA7 7AA,E06000264\n");
        steward()
                .get(path)
                .then()
                .body("premises.district", equalTo(List.of("E07000999", "E07000231", "E06000264")))
                .body("premises.validUntil", equalTo(java.util.Arrays.asList("2022-11-01", "2023-04-01", null)));
    }

    private static String company(String name, String number, String postcode, String status) {
        return "\"" + name + "\",\"" + number + "\",,,\"1 MILL ROW\",,DARWEN,,,\"" + postcode
                + "\",\"Private Limited Company\",\"" + status + "\",\"United Kingdom\",,\"03/04/1990\",31,3,,,"
                + "\"MICRO ENTITY\",,,0,0,0,0,\"62020 - Information technology consultancy activities\",,,,0,0,,"
                + "\"01/06/2015\",\"DARWEN MILL LIMITED\",\"03/02/2001\",\"OLD DARWEN LIMITED\"\n";
    }

    private static String psc(String company, String kind, String name, String notified) {
        return "{\"company_number\":\"" + company + "\",\"data\":{\"kind\":\"" + kind + "\",\"name\":\"" + name
                + "\",\"natures_of_control\":[\"ownership-of-shares-75-to-100-percent\"],\"notified_on\":\"" + notified
                + "\",\"identification\":{\"registration_number\":\"\",\"country_registered\":\"England\"}}}\n";
    }

    private static String id(String identifier) {
        return DigestId.of(identifier).toString();
    }

    private static void loaded(String kindAndQuery, String file) {
        var done = load(kindAndQuery, file);
        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("DONE");
    }

    private static JsonPath load(String kindAndQuery, String file) {
        var kind = kindAndQuery.split("\\?")[0];
        var query = kindAndQuery.contains("?") ? "?" + kindAndQuery.split("\\?")[1] : "";
        var id = steward()
                .contentType("application/octet-stream")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/registers/" + kind + "/imports" + query)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
        for (int tries = 0; tries < 400; tries++) {
            var now = steward()
                    .get("/v1/registers/" + kind + "/imports/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (List.of("DONE", "REFUSED").contains(now.getString("state"))) {
                return now;
            }
            Pause.millis(50);
        }
        throw new AssertionError("the register was not loaded within twenty seconds");
    }

    private static RequestSpecification steward() {
        return given().header("Authorization", "Bearer " + Tokens.of(REGISTER_STEWARD, AUDIENCE));
    }
}
