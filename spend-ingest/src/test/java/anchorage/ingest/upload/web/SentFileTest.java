package anchorage.ingest.upload.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentFileTest {

    /** The third is the example of RFC 6266, section 5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            quoteCharacter = '`',
            value = {
                "attachment; filename=\"ledger.csv\" | ledger.csv",
                "attachment; filename=ledger.csv | ledger.csv",
                "attachment; filename=\"EURO rates\"; filename*=utf-8''%e2%82%ac%20rates | \u20ac rates",
                "attachment; filename*=UTF-8''a+b.csv | a+b.csv",
                "attachment; filename=\"plain.csv\"; filename*=UTF-8''%zz | plain.csv",
                "attachment | none",
                "none | none"
            })
    void findsTheNameInEitherForm(String disposition, String name) {
        assertThat(new SentFile(disposition, null, null, null, null, null, null)
                        .push("anchor", "feed")
                        .fileName())
                .isEqualTo(name);
    }
}
