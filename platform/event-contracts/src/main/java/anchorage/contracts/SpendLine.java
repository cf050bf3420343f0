package anchorage.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One payment row of a delivery, known by (delivery, row). Absent fields are absent in the JSON.
 *
 * @param row the record's number in its file, the first record after the header being 1
 * @param paidOn the date of payment
 * @param amount pounds, at most four decimal places, negative for a credit, on the feed's VAT basis; text in
 *     the JSON, so that no reader takes it for a binary fraction
 * @param supplierName the supplier as the anchor wrote it
 * @param redacted whether the name is a redaction token, so that the supplier is unknown
 * @param person whether the supplier is likely a natural person, whose name no other anchor may see
 * @param mention the mention the supplier is; absent where the supplier is redacted or blank
 * @param unit the part of the anchor that spent
 * @param category the line's own category, as text
 * @param categoryCode its code, in {@code categoryScheme}
 * @param categoryScheme PROCLASS, CPV or OWN
 * @param irrecoverableVat pounds of VAT that the anchor cannot recover; not part of amount
 * @param gross pounds with VAT, where the line states them beside the amount
 * @param vat pounds of VAT, where the line states them
 * @param grant whether the line says that it is a grant
 * @param card whether the line says that it was paid by purchase card
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record SpendLine(
        long row,
        LocalDate paidOn,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String supplierName,
        boolean redacted,
        boolean person,
        UUID mention,
        String unit,
        String category,
        String categoryCode,
        String categoryScheme,
        String purpose,
        String transaction,
        String capitalOrRevenue,
        String contract,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal irrecoverableVat,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal gross,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal vat,
        boolean grant,
        boolean card) {}
