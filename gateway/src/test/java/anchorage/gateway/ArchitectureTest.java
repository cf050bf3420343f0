package anchorage.gateway;

import anchorage.testsupport.HouseRules;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheRulesOfTheHouse(ArchRule rule) {
        rule.check(HouseRules.classesOf("anchorage.gateway"));
    }

    static List<ArchRule> rules() {
        return HouseRules.all("anchorage.gateway");
    }
}
