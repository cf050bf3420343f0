package anchorage.ingest.reading;

import java.util.List;

/**
 * What a column of a ledger can mean, with the headers that are known to mean it, best first. The headers are those of
 * the LGA spend schema, HM Treasury's guidance for spend over GBP 25,000, and of files that public bodies publish,
 * typing errors included: a typing error in a header is permanent.
 */
public enum Field {
    PAID_ON(
            "paidOn",
            true,
            "Payment Date",
            "Invoice Payment Date",
            "Date Paid",
            "Paid Date",
            "Date of Payment",
            "Date Payment Made",
            "Paid On",
            "Payment Run Date",
            "Cleared Date",
            "GL Date",
            "Transaction Date",
            "Posting Date",
            "Pay Date",
            "Clearing Date",
            "Clearing",
            "Date",
            "Effective Date",
            "Invoice Date",
            "Payment Month",
            "Month",
            "Period",
            "Updated"),
    AMOUNT(
            "amount",
            true,
            "Net Amount",
            "Net Amount GBP",
            "Net Amount (£)",
            "Amount",
            "Amount GBP",
            "AP Amount",
            "Line Amount",
            "Distribution Amount",
            "Total (excludes VAT)",
            "Amount Excluding VAT",
            "Amount Exc VAT",
            "Invoice Line Value (net of VAT)",
            "Net Value",
            "Net",
            "Value",
            "Spend",
            "Payment Amount",
            "Grand Total",
            "Gross Amount",
            "Gross",
            "Total"),
    SUPPLIER_NAME(
            "supplierName",
            true,
            "Beneficiary Name",
            "Supplier Name",
            "Supplier",
            "Vendor Name",
            "Creditor Name",
            "Benificiary Name",
            "Beneficiary",
            "Supplier Text",
            "Supplier(Beneficiary) Name",
            "Supplier (T)",
            "Supp (T)",
            "ApArID (T)",
            "Supplier ID (T)",
            "Vendor Name 1",
            "Paid To",
            "Vendor",
            "Creditor",
            "Payee",
            "Payee Name",
            "Merchant Name"),
    SUPPLIER_CODE(
            "supplierCode",
            false,
            "Beneficiary Other ID",
            "Supplier Code",
            "Supplier ID",
            "Supplier Number",
            "Supplier No",
            "Supplier (ID)",
            "Supplier Ref",
            "Vendor Number",
            "Vendor ID",
            "Creditor Number"),
    COMPANY_NUMBER(
            "companyNumber",
            false,
            "Companies House Registration Number",
            "Company Number",
            "Company Registration Number",
            "Companies House Number",
            "Supplier Registered Company Number",
            "Registered Company Number"),
    CHARITY_NUMBER(
            "charityNumber",
            false,
            "Charity Commission Number",
            "Charity Number",
            "Registered Charity Number",
            "Supplier Registered Charity Number"),
    VAT_NUMBER(
            "vatNumber",
            false,
            "VAT Registration Number",
            "VAT Number",
            "Supplier VAT Registration Number",
            "VAT Reg No",
            "VAT Registration Num"),
    POSTCODE(
            "postcode",
            false,
            "Supplier Postcode",
            "Supplier Site Postcode",
            "Post Code",
            "Beneficiary Postcode",
            "Postcode",
            "Vendor Postcode"),
    UNIT(
            "unit",
            false,
            "Organisational Unit",
            "Service Area",
            "Service Label",
            "Directorate",
            "Department",
            "Expense Area",
            "Entity",
            "Service"),
    CATEGORY(
            "category",
            false,
            "Proclass Label",
            "CPV Label",
            "Category Internal Name",
            "Expenses Type",
            "Expense Type",
            "Detailed Expenditure Type",
            "Expenditure Category",
            "Service Category Label",
            "Category",
            "Merchant Category",
            "Subjective Group",
            "Subjective Subgroup"),
    CATEGORY_CODE(
            "categoryCode",
            false,
            "Proclass Code",
            "CPV Code",
            "Detailed Expenditure Code",
            "Expenditure Code",
            "Category Code"),
    PURPOSE(
            "purpose",
            false,
            "Purpose",
            "Description",
            "PO Line Description",
            "Narrative",
            "Purpose of Spend",
            "Detailed Expenditure Type"),
    TRANSACTION(
            "transaction",
            false,
            "Transaction Number",
            "Transaction Reference",
            "Transaction No",
            "Internal Ref Number",
            "Internal Ref",
            "TransNo",
            "Transaction ID",
            "Invoice Number",
            "Payment Reference",
            "Document Number"),
    CAPITAL_OR_REVENUE(
            "capitalOrRevenue",
            false,
            "Capital or Revenue",
            "Capital Revenue",
            "Capital/Revenue",
            "Cap/Rev",
            "Rev/Cap",
            "Revenue/Capital"),
    CONTRACT("contract", false, "Contract Ref", "Contract Number", "Contract Reference", "Contract Ref No", "Contract"),
    IRRECOVERABLE_VAT(
            "irrecoverableVat",
            false,
            "Irrecoverable VAT Amount",
            "Irrecoverable VAT",
            "Non Recoverable VAT",
            "Irrecoverable VAT (£)"),
    GROSS(
            "gross",
            false,
            "Gross Amount",
            "Gross",
            "Gross Value",
            "Gross Total",
            "Amount Including VAT",
            "Amount Inc VAT",
            "Total Including VAT",
            "Total Inc VAT",
            "Invoice Line Value (gross)"),
    VAT("vat", false, "VAT Amount", "VAT", "VAT (£)", "VAT Value", "Total VAT", "Recoverable VAT"),
    GRANT("grant", false, "VCSE Grant", "Grant", "Is Grant", "Grant (Y/N)", "Grant Payment"),
    CARD("card", false, "Card Transaction", "Purchase Card", "Procurement Card", "Card Payment", "Credit Card");

    private final String key;
    private final boolean required;
    private final List<String> headers;

    Field(String key, boolean required, String... headers) {
        this.key = key;
        this.required = required;
        this.headers = List.of(headers);
    }

    /** The field's name in a mapping, as in the public API. */
    public String key() {
        return key;
    }

    /** Whether a file without it cannot be read. */
    public boolean isRequired() {
        return required;
    }

    /** Whether what stands below a column shows well enough that it can be this, however its name is misspelt. */
    boolean canBeToldByValues() {
        return this == PAID_ON || this == SUPPLIER_NAME;
    }

    /** Headers that are known to mean this field, best first. */
    public List<String> headers() {
        return headers;
    }

    /** The field of that key. */
    public static Field of(String key) {
        for (var field : values()) {
            if (field.key.equals(key)) {
                return field;
            }
        }
        throw new UnknownField(key);
    }
}
