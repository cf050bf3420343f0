package anchorage.ingest.delivery.messaging;

import anchorage.contracts.SpendLine;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * Writes lines as NDJSON, field by field rather than by reflection: every line of every ledger passes here. What it
 * writes is what {@link SpendLine} reads.
 */
final class LineWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final SerializedString ROW = new SerializedString("row");
    private static final SerializedString PAID_ON = new SerializedString("paidOn");
    private static final SerializedString AMOUNT = new SerializedString("amount");
    private static final SerializedString SUPPLIER_NAME = new SerializedString("supplierName");
    private static final SerializedString REDACTED = new SerializedString("redacted");
    private static final SerializedString PERSON = new SerializedString("person");
    private static final SerializedString MENTION = new SerializedString("mention");
    private static final SerializedString UNIT = new SerializedString("unit");
    private static final SerializedString CATEGORY = new SerializedString("category");
    private static final SerializedString CATEGORY_CODE = new SerializedString("categoryCode");
    private static final SerializedString CATEGORY_SCHEME = new SerializedString("categoryScheme");
    private static final SerializedString PURPOSE = new SerializedString("purpose");
    private static final SerializedString TRANSACTION = new SerializedString("transaction");
    private static final SerializedString CAPITAL_OR_REVENUE = new SerializedString("capitalOrRevenue");
    private static final SerializedString CONTRACT = new SerializedString("contract");
    private static final SerializedString IRRECOVERABLE_VAT = new SerializedString("irrecoverableVat");

    private static final SerializedString GROSS = new SerializedString("gross");
    private static final SerializedString VAT = new SerializedString("vat");
    private static final SerializedString GRANT = new SerializedString("grant");
    private static final SerializedString CARD = new SerializedString("card");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    private JsonGenerator json = generator();
    private int count;

    int count() {
        return count;
    }

    void add(SpendLine line) {
        try {
            json.writeStartObject();
            json.writeFieldName(ROW);
            json.writeNumber(line.row());
            text(PAID_ON, line.paidOn().toString());
            pounds(AMOUNT, line.amount());
            text(SUPPLIER_NAME, line.supplierName());
            flag(REDACTED, line.redacted());
            flag(PERSON, line.person());
            text(MENTION, line.mention() == null ? null : line.mention().toString());
            text(UNIT, line.unit());
            text(CATEGORY, line.category());
            text(CATEGORY_CODE, line.categoryCode());
            text(CATEGORY_SCHEME, line.categoryScheme());
            text(PURPOSE, line.purpose());
            text(TRANSACTION, line.transaction());
            text(CAPITAL_OR_REVENUE, line.capitalOrRevenue());
            text(CONTRACT, line.contract());
            pounds(IRRECOVERABLE_VAT, line.irrecoverableVat());
            pounds(GROSS, line.gross());
            pounds(VAT, line.vat());
            flag(GRANT, line.grant());
            flag(CARD, line.card());
            json.writeEndObject();
            count++;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The lines added since the last time, one a line, each ended by a newline. */
    byte[] take() {
        try {
            json.close();
            bytes.write('\n');
            var chunk = bytes.toByteArray();
            bytes.reset();
            json = generator();
            count = 0;
            return chunk;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void text(SerializedString name, String value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            json.writeString(value);
        }
    }

    private void pounds(SerializedString name, BigDecimal value) throws IOException {
        text(name, value == null ? null : value.toPlainString());
    }

    private void flag(SerializedString name, boolean value) throws IOException {
        if (value) {
            json.writeFieldName(name);
            json.writeBoolean(true);
        }
    }

    private JsonGenerator generator() {
        try {
            var generator = JSON.createGenerator(bytes);
            generator.setRootValueSeparator(new SerializedString("\n"));
            return generator;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
