package anchorage.insight.metric;

import java.util.List;

/** An answer: what it rests on, a row for each part, and the whole. */
public interface Answered {

    Basis basis();

    List<?> rows();
}
