package anchorage.insight.scope;

/** What kind of payment a line is. */
public enum Scope {
    /** Goods, services and works that were bought: what the headline figures count. */
    PROCUREMENT,
    /** Tax and national insurance. */
    TAX,
    /** Contributions to pension schemes. */
    PENSION,
    /** Levies and precepts, and other payments to a combined, fire, police, waste or transport authority. */
    LEVY,
    /** Payments to NHS bodies: mostly pooled budgets and commissioned public health. */
    HEALTH_BODY,
    /** Payments to councils, departments and their agencies. */
    PUBLIC_BODY,
    /** Loans, interest and deposits. */
    TREASURY,
    /** Payments to people by right: benefits, direct payments, refunds. */
    BENEFIT,
    /** Salaries and wages. */
    PAYROLL,
    /** Grants given. */
    GRANT
}
