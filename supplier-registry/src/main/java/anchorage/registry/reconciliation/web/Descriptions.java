package anchorage.registry.reconciliation.web;

/** What the parameters mean that both ways in have, with a token and with a key. */
final class Descriptions {

    static final String QUERIES =
            "JSON as the Reconciliation Service API 0.2 has it: an object of queries, each with query, type, limit, properties";
    static final String EXTEND =
            "JSON as the Reconciliation Service API 0.2 has it: ids, and the properties wanted of each";
    static final String ID = "Id of an organisation, property or type";
    static final String PREFIX = "What was typed so far";
    static final String CURSOR =
            "How many suggestions to leave out, 0 unless said; the next follow, ten organisations at most";
    static final String TYPE = "Id of the type whose properties are wanted";

    private Descriptions() {}
}
