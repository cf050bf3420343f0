package anchorage.insight.metric.web;

import anchorage.insight.metric.BadQuestion;
import anchorage.insight.metric.Benchmarks;
import anchorage.insight.metric.Change;
import anchorage.insight.metric.Concentration;
import anchorage.insight.metric.DefinitionComparison;
import anchorage.insight.metric.Deprivation;
import anchorage.insight.metric.Leakage;
import anchorage.insight.metric.LocalShare;
import anchorage.insight.metric.Opportunities;
import anchorage.insight.metric.Quality;
import anchorage.insight.metric.ReservableLeakage;
import anchorage.insight.metric.Scopes;
import anchorage.insight.metric.SharedSuppliers;
import anchorage.insight.metric.TopSuppliers;
import java.util.Arrays;

/** The tables that answers give as CSV. */
enum Table {
    LOCAL_SHARE("local-share", LocalShare.Row.class),
    LEAKAGE("leakage", Leakage.Row.class),
    SCOPES("scopes", Scopes.Row.class),
    TOP_SUPPLIERS("suppliers-top", TopSuppliers.Row.class),
    SHARED_SUPPLIERS("suppliers-shared", SharedSuppliers.Row.class),
    CONCENTRATION("concentration", Concentration.Row.class),
    DEFINITIONS("local-definitions-comparison", DefinitionComparison.Row.class),
    BENCHMARKS("benchmarks", Benchmarks.Row.class),
    QUALITY("quality", Quality.Row.class),
    DEPRIVATION("deprivation", Deprivation.Row.class),
    CHANGE("change", Change.Row.class),
    OPPORTUNITIES("opportunities", Opportunities.Row.class),
    RESERVABLE_LEAKAGE("reservable-leakage", ReservableLeakage.Row.class);

    private final String key;
    private final Class<?> row;

    Table(String key, Class<?> row) {
        this.key = key;
        this.row = row;
    }

    String key() {
        return key;
    }

    /** The record that a row is. */
    Class<?> row() {
        return row;
    }

    static Table of(String key) {
        return Arrays.stream(values())
                .filter(table -> table.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new BadQuestion("There is no table '" + key + "'."));
    }
}
