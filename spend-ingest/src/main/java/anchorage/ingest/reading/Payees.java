package anchorage.ingest.reading;

import static anchorage.ingest.reading.Field.CHARITY_NUMBER;
import static anchorage.ingest.reading.Field.COMPANY_NUMBER;
import static anchorage.ingest.reading.Field.POSTCODE;
import static anchorage.ingest.reading.Field.SUPPLIER_CODE;
import static anchorage.ingest.reading.Field.SUPPLIER_NAME;
import static anchorage.ingest.reading.Field.VAT_NUMBER;

import anchorage.contracts.MentionSeen;
import anchorage.ingest.mention.Identifiers;
import anchorage.ingest.mention.LikelyPerson;
import anchorage.ingest.mention.Mention;
import java.util.Map;

/** Whom a ledger's lines pay. The same cells come again and again, and are looked into once. */
final class Payees {

    private static final int REMEMBERED = 120_000;

    private final String anchor;
    private final Map<Cells, Payee> known = new Remembered<>(REMEMBERED);

    Payees(String anchor) {
        this.anchor = anchor;
    }

    /**
     * Whom a line's cells mean: a mention, nobody, or somebody who is withheld.
     *
     * @param mention null where there is no name, or a redaction stands in its place
     * @param isNew whether no line shortly before had the same cells
     */
    record Payee(boolean isRedacted, MentionSeen mention, boolean isNew) {

        Payee again() {
            return isNew ? new Payee(isRedacted, mention, false) : this;
        }
    }

    Payee of(String[] cells, Columns columns) {
        var said = new Cells(
                columns.text(cells, SUPPLIER_NAME),
                columns.text(cells, SUPPLIER_CODE),
                columns.text(cells, COMPANY_NUMBER),
                columns.text(cells, CHARITY_NUMBER),
                columns.text(cells, VAT_NUMBER),
                columns.text(cells, POSTCODE));
        var before = known.get(said);
        if (before != null) {
            return before;
        }
        var isRedacted = Redaction.isRedacted(said.name);
        var payee = new Payee(isRedacted, isRedacted || said.name.isEmpty() ? null : mention(said), true);
        known.put(said, payee.again());
        return payee;
    }

    private MentionSeen mention(Cells said) {
        var identifiers = Identifiers.of(said.company, said.charity, said.vat);
        var mention = new Mention(anchor, said.code, said.name, identifiers, said.postcode);
        return new MentionSeen(
                mention.id(),
                anchor,
                said.code.isEmpty() ? null : said.code,
                said.name,
                mention.identifiers(),
                said.postcode.isEmpty() ? null : said.postcode,
                LikelyPerson.is(said.name));
    }

    private record Cells(String name, String code, String company, String charity, String vat, String postcode) {}
}
