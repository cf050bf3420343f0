package anchorage.local.demonstration;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes ledgers in the layouts of the region's anchors, faults included. */
final class LedgerWriter {

    private static final DateTimeFormatter STROKES = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DOTS = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("dd-MMM-yy", Locale.ENGLISH);
    /** Every so many lines, something is wrong with one. */
    private static final int FAULT_EVERY = 2500;

    private final DemonstrationAnchor anchor;
    private int number;

    LedgerWriter(DemonstrationAnchor anchor) {
        this.anchor = anchor;
    }

    void write(List<Payment> payments, Path file) throws IOException {
        var charset =
                anchor.layout() == DemonstrationAnchor.Layout.POUND_SIGNS ? Charset.forName("windows-1252") : UTF_8;
        try (var writer = CsvWriter.builder().build(Files.newBufferedWriter(file, charset))) {
            number = 0;
            header(writer);
            for (var payment : payments) {
                number++;
                line(writer, payment);
                if (number % FAULT_EVERY == 0) {
                    writer.writeRecord("", "", "", "");
                }
            }
            if (anchor.layout() == DemonstrationAnchor.Layout.OVER_25K) {
                var total = payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
                writer.writeRecord("", "", "", "", "", "Grand Total", "", total.toPlainString());
            }
        }
    }

    private void header(CsvWriter writer) {
        switch (anchor.layout()) {
            case LGA ->
                writer.writeRecord(
                        "OrganisationLabel",
                        "OrganisationURI",
                        "EffectiveDate",
                        "OrganisationalUnit",
                        "BeneficiaryName",
                        "BeneficiaryOtherID",
                        "CompaniesHouseRegistrationNumber",
                        "PaymentDate",
                        "TransactionNumber",
                        "Amount",
                        "IrrecoverableVATAmount",
                        "Purpose",
                        "ProclassLabel",
                        "ProclassCode");
            case SERVICE_LABELS ->
                writer.writeRecord(
                        "Body name",
                        "Service label",
                        "Expenditure category",
                        "Detailed expenditure code",
                        "Date paid",
                        "Transaction number",
                        "Net amount",
                        "Capital or revenue",
                        "Benificiary Name");
            case POUND_SIGNS ->
                writer.writeRecord(
                        "Body Name",
                        "Service Area",
                        "Expenses Type",
                        "Invoice Payment Date",
                        "Transaction Number",
                        "Net Amount",
                        "Supplier Name");
            case OVER_25K -> {
                writer.writeRecord("Spend over £25,000", "", "", "", "", "", "", "");
                writer.writeRecord(
                        "Department family",
                        "Entity",
                        "Date",
                        "Expense type",
                        "Expense area",
                        "Supplier",
                        "Transaction number",
                        "Amount");
            }
        }
    }

    private void line(CsvWriter writer, Payment payment) {
        var transaction = "51" + (1_000_000 + number);
        switch (anchor.layout()) {
            case LGA ->
                writer.writeRecord(
                        anchor.name(),
                        "https://example.org/id/" + anchor.id(),
                        payment.paidOn()
                                .withDayOfMonth(payment.paidOn().lengthOfMonth())
                                .toString(),
                        payment.unit(),
                        payment.supplier(),
                        payment.code(),
                        payment.companyNumber(),
                        payment.paidOn().toString(),
                        transaction,
                        faulty() ? "see invoice" : payment.amount().toPlainString(),
                        "0.00",
                        payment.purpose(),
                        payment.category(),
                        payment.categoryCode().isEmpty() ? "NA" : payment.categoryCode());
            case SERVICE_LABELS ->
                writer.writeRecord(
                        anchor.name(),
                        payment.unit(),
                        payment.category(),
                        payment.categoryCode(),
                        faulty() ? "31/02/2025" : payment.paidOn().format(STROKES),
                        transaction,
                        bracketed(payment.amount()) + " ",
                        number % 9 == 0 ? "C" : "R",
                        payment.supplier());
            case POUND_SIGNS ->
                writer.writeRecord(
                        anchor.name(),
                        payment.unit(),
                        payment.category(),
                        payment.paidOn().format(DOTS),
                        transaction,
                        faulty() ? "10298896.31." : String.format(Locale.UK, "£%,.2f", payment.amount()),
                        payment.supplier());
            case OVER_25K ->
                writer.writeRecord(
                        "Department of Health",
                        anchor.name(),
                        payment.paidOn().format(MONTH_NAME),
                        payment.category(),
                        payment.unit(),
                        payment.supplier(),
                        transaction,
                        String.format(Locale.UK, "%,.2f", payment.amount()));
        }
    }

    private boolean faulty() {
        return number % FAULT_EVERY == 1200;
    }

    private static String bracketed(BigDecimal amount) {
        return amount.signum() < 0 ? "(" + amount.negate().toPlainString() + ")" : amount.toPlainString();
    }
}
