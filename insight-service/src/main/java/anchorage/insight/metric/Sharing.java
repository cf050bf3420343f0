package anchorage.insight.metric;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;

/** Which anchors' figures an audience may be told one by one. */
@ApplicationScoped
class Sharing {

    private final Asking asking;

    Sharing(Asking asking) {
        this.asking = asking;
    }

    /** Of the question's anchors, the audience's own and those that share openly; all for who sees all. */
    List<String> told(Question question, Audience audience) {
        if (audience.seesAll()) {
            return question.anchors();
        }
        var open = new HashSet<>(asking.facts(
                question,
                known -> "SELECT anchor FROM anchor WHERE sharing = 'OPEN' AND "
                        + Sql.knownAt(known.moments().places()),
                row -> row.getString(1)));
        audience.anchor().ifPresent(open::add);
        return question.anchors().stream().filter(open::contains).toList();
    }
}
