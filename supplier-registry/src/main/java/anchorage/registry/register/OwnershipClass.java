package anchorage.registry.register;

import java.util.Locale;
import java.util.Optional;

/** What a register's own category says of who owns an organisation. What it leaves open, we leave open. */
enum OwnershipClass {
    PLC,
    PRIVATE_COMPANY,
    LLP,
    PARTNERSHIP,
    CHARITY,
    CIO,
    CIC,
    CO_OPERATIVE,
    COMMUNITY_BENEFIT_SOCIETY,
    PUBLIC_BODY,
    OVERSEAS_COMPANY;

    /** The class of a Companies House category (CompanyCategory of BasicCompanyData). */
    static Optional<OwnershipClass> ofCompanyCategory(String category) {
        var text = category.toLowerCase(Locale.ROOT);
        if (text.contains("community interest")) {
            return Optional.of(CIC);
        }
        if (text.contains("charitable incorporated")) {
            return Optional.of(CIO);
        }
        if (text.contains("limited liability partnership")) {
            return Optional.of(LLP);
        }
        if (text.contains("limited partnership")) {
            return Optional.of(PARTNERSHIP);
        }
        if (text.contains("overseas")) {
            return Optional.of(OVERSEAS_COMPANY);
        }
        if (text.contains("public limited") || text.contains("public company")) {
            return Optional.of(PLC);
        }
        if (text.startsWith("pri") || text.contains("private")) {
            return Optional.of(PRIVATE_COMPANY);
        }
        // A registered society can be either kind, a Royal Charter body anything; the FCA and others say which.
        return Optional.empty();
    }

    /** The class of an FCA mutual, by what it is registered as. */
    static Optional<OwnershipClass> ofMutual(String registeredAs) {
        var text = registeredAs.toLowerCase(Locale.ROOT).replace('-', ' ');
        if (text.contains("community benefit") || text.contains("benefit of the community")) {
            return Optional.of(COMMUNITY_BENEFIT_SOCIETY);
        }
        if (text.contains("co operative") || text.contains("cooperative") || text.contains("credit union")) {
            return Optional.of(CO_OPERATIVE);
        }
        return Optional.empty();
    }
}
