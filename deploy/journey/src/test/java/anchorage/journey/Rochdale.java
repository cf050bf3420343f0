package anchorage.journey;

import anchorage.desk.Importing;
import anchorage.desk.Progress;
import anchorage.local.Anchoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where the programs of the guides find their anchors. */
final class Rochdale {

    private Rochdale() {}

    /** An anchor in Rochdale with its ledger, and three suppliers there. */
    static Path given(String anchor, Path folder) throws IOException {
        new Anchoring(Whole.api(), Whole.stack().secrets())
                .put(anchor, Map.of("name", anchor, "kind", "LOCAL_AUTHORITY", "homePlace", "E08000005"));
        Whole.api()
                .put(
                        "publisher-" + anchor,
                        "/v1/anchors/" + anchor + "/feeds/spend",
                        Map.of("title", "Spend", "vatBasis", "NET"));
        load(folder, "code-point-open", "\"OL16 1AA\",10,0,0,\"\",\"\",\"\",\"\",\"E08000005\",\"\"\n");
        load(folder, "organisations", """
                Name,Company Number,Postcode
                SPOTLAND WEAVERS LIMITED,12340001,OL16 1AA
                CUTGATE DYERS LIMITED,12340002,OL16 1AA
                NORDEN TANNERS LIMITED,12340003,OL16 1AA
                """);
        return Files.writeString(folder.resolve(anchor + ".csv"), """
                Date paid,Supplier name,Net amount
                01/04/2025,Spotland Weavers Ltd,75.00
                02/04/2025,Nobody Knows Ltd,25.00
                """);
    }

    private static void load(Path folder, String kind, String text) throws IOException {
        var file = Files.writeString(folder.resolve(kind + ".csv"), text);
        new Importing(Whole.api(), new Progress(System.out, false)).load("steward-demo", kind, file, "");
    }
}
