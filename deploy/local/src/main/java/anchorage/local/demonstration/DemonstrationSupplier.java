package anchorage.local.demonstration;

/**
 * A supplier of the demonstration region, as its register describes it.
 *
 * @param companyNumber in the form of one, with a prefix that Companies House does not use
 * @param postcode in an area that does not exist
 * @param district GSS code of the real district in which it is said to lie
 */
record DemonstrationSupplier(
        String name, String companyNumber, String postcode, String district, String ownership, Trade trade) {}
