package anchorage.insight.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeRuleSetsTest {

    private final ScopeRules rules = ScopeRuleSets.shipped(new ObjectMapper());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HMRC CUMBERNAULD|TAX",
                "GREATER MANCHESTER SUPERANN FUND|PENSION",
                "TEACHERS PENSIONS|PENSION",
                "Greater Manchester Combined Authori|LEVY",
                "Manchester University NHS FT|HEALTH_BODY",
                "NHS Trafford CCG|HEALTH_BODY",
                "Salford City Council|PUBLIC_BODY",
                "Stockport MBC (Accts Receiveable)|PUBLIC_BODY",
                "Public Works Loans Board|TREASURY",
                "Amey LG Ltd|PROCUREMENT",
                "Creative Support Ltd|PROCUREMENT",
                "Total Gas & Power|PROCUREMENT",
                "Taxi Services Ltd|PROCUREMENT",
                "Citizens Advice Trafford|PROCUREMENT"
            })
    void takesWhatBuysNothingForNoPurchase(String payee, Scope scope) {
        assertThat(scopeOf(payee)).isEqualTo(scope);
    }

    private Scope scopeOf(String payee) {
        return rules.rules().stream()
                .filter(rule -> rule.field() == ScopeRule.Field.SUPPLIER_NAME)
                .filter(rule -> Pattern.compile(rule.pattern())
                        .matcher(payee.toUpperCase(Locale.ROOT))
                        .find())
                .map(ScopeRule::scope)
                .findFirst()
                .orElse(Scope.PROCUREMENT);
    }
}
