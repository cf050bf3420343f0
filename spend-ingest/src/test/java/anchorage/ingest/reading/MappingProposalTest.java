package anchorage.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MappingProposalTest {

    @Test
    void knowsTheSpendSchemaOfTheLga() {
        // When
        var proposal = MappingProposal.of(List.of(
                "OrganisationLabel",
                "EffectiveDate",
                "OrganisationalUnit",
                "BeneficiaryName",
                "BeneficiaryOtherID",
                "PaymentDate",
                "TransactionNumber",
                "Amount",
                "IrrecoverableVATAmount",
                "Purpose",
                "ProclassLabel",
                "ProclassCode",
                "VATRegistrationNumber"));

        // Then
        assertThat(proposal.mapping().columns())
                .containsEntry("paidOn", "PaymentDate")
                .containsEntry("amount", "Amount")
                .containsEntry("supplierName", "BeneficiaryName")
                .containsEntry("category", "ProclassLabel")
                .containsEntry("categoryCode", "ProclassCode")
                .containsEntry("vatNumber", "VATRegistrationNumber");
        assertThat(proposal.confidences()).containsEntry("paidOn", 1.0);
    }

    @Test
    void knowsLayoutsOfLeedsAndManchester() {
        assertThat(MappingProposal.of(List.of(
                                "Body name",
                                "Body",
                                "Service label",
                                "Service division label",
                                "Expenditure category",
                                "Detailed expenditure type",
                                "Detailed expenditure code",
                                "Date paid",
                                "Transaction number",
                                "Net amount",
                                "Capital or revenue",
                                "Supplier name"))
                        .mapping()
                        .columns())
                .containsEntry("paidOn", "Date paid")
                .containsEntry("amount", "Net amount")
                .containsEntry("supplierName", "Supplier name");
        assertThat(MappingProposal.of(List.of(
                                "Body Name",
                                "Service Area",
                                "Expenses Type",
                                "Invoice Payment Date",
                                "Transaction Number",
                                "Net Amount",
                                "Supplier Name"))
                        .mapping()
                        .columns())
                .containsEntry("paidOn", "Invoice Payment Date")
                .containsEntry("category", "Expenses Type");
    }

    @Test
    void forgivesATypingErrorAndSaysHowSureItIs() {
        // When
        var proposal = MappingProposal.of(List.of("Date Paidd", "Suplier Name", "Net amont"));

        // Then
        assertThat(proposal.mapping().missing()).isEmpty();
        assertThat(proposal.confidences().get("supplierName")).isBetween(0.8, 0.99);
    }

    @Test
    void forgivesMoreWhereTheValuesTell() {
        // Given
        var payment = List.of("31/03/2026", "Roch Care", "12.50");

        // Then
        assertThat(MappingProposal.of(List.of("Data", "Suppkuer", "Amount"), List.of(payment))
                        .mapping()
                        .missing())
                .isEmpty();
        assertThat(MappingProposal.of(List.of("Rate", "Suppkuer", "Amount"), List.of(List.of("7.5", "Roch", "12.50")))
                        .mapping()
                        .missing())
                .contains(Field.PAID_ON);
    }

    @Test
    void knowsWordsThatSystemsUse() {
        // When
        var proposal = MappingProposal.of(
                List.of("TransNo", "Period", "Supplier id(T)", "Inc VAT (where applicable)", "Updated"),
                List.of(List.of("42202211", "201010", "Roch Care", "9300.00", "2026-01-27")));

        // Then
        assertThat(proposal.mapping().columns())
                .containsEntry("supplierName", "Supplier id(T)")
                .containsEntry("amount", "Inc VAT (where applicable)")
                .containsEntry("paidOn", "Updated");
    }

    @Test
    void takesGrossForTheAmountWhereThereIsNoOther() {
        assertThat(MappingProposal.of(List.of("Date", "Supplier", "Gross"))
                        .mapping()
                        .columns())
                .containsEntry("amount", "Gross")
                .doesNotContainKey("gross");
        assertThat(MappingProposal.of(List.of("Date", "Supplier", "Gross", "Net"))
                        .mapping()
                        .columns())
                .containsEntry("amount", "Net")
                .containsEntry("gross", "Gross");
    }

    @Test
    void takesNoColumnTwice() {
        assertThat(MappingProposal.of(List.of("Amount")).mapping().missing()).contains(Field.PAID_ON);
    }
}
