package anchorage.insight.metric;

import anchorage.insight.ledger.Ledger;
import anchorage.insight.metric.Basis.Coverage;
import anchorage.insight.metric.Basis.GeographyBasis;
import anchorage.insight.metric.Basis.LedgerBasis;
import anchorage.insight.metric.Basis.RegistryBasis;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Says what answers rest on. */
@ApplicationScoped
public class Bases {

    private final JudgedLines lines;

    Bases(JudgedLines lines) {
        this.lines = lines;
    }

    /** The basis of an answer to the question. */
    public Basis of(Question question, Coverage coverage, Connection connection) throws SQLException {
        var deliveries = lines.deliveries(question);
        var vatBases = deliveries.stream()
                .map(Ledger.Entry::vatBasis)
                .distinct()
                .sorted()
                .toList();
        var known = Sql.knownAt(question.asOf());
        return new Basis(
                question.asOf(),
                question.anchors(),
                new LedgerBasis(
                        deliveries.size(),
                        deliveries.stream().mapToLong(Ledger.Entry::lines).sum()),
                new RegistryBasis(
                        number(connection, "SELECT count(*) FROM identification WHERE state = 'DECIDED' AND " + known)),
                new GeographyBasis(number(connection, "SELECT count(*) FROM place WHERE " + known)),
                question.definition().name() + "@" + question.definition().version(),
                question.rules().reference(),
                vatBases,
                coverage,
                warnings(question, vatBases, connection));
    }

    private List<String> warnings(Question question, List<String> vatBases, Connection connection) throws SQLException {
        var warnings = new ArrayList<String>();
        if (vatBases.size() > 1) {
            warnings.add(
                    "Amounts on different VAT bases are added: " + vatBases + ". Ask by=anchor to keep them apart.");
        }
        if (vatBases.contains("UNKNOWN")) {
            warnings.add("It is not known whether some amounts include VAT.");
        }
        var withoutArea = withoutArea(question, connection);
        if (!withoutArea.isEmpty()) {
            warnings.add("The area '" + question.definition().name() + "' around " + withoutArea
                    + " is not known, so their lines are UNKNOWN. Import an area-lookup that has their home places.");
        }
        if (question.anchors().stream().anyMatch(anchor -> anchor.startsWith("demo-"))) {
            warnings.add("These are figures of the demonstration region. Its anchors and suppliers are made up.");
        }
        return warnings;
    }

    private List<String> withoutArea(Question question, Connection connection) throws SQLException {
        var without = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        lines.sql(question)
                                + "SELECT DISTINCT anchor FROM line WHERE anchor NOT IN (SELECT anchor FROM area_of) ORDER BY anchor")) {
            while (rows.next()) {
                without.add(rows.getString(1));
            }
        }
        return without;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
