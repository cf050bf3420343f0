package anchorage.ingest.delivery;

/** What was asked of a delivery can only be done to one that counts. */
public class NotApplied extends RuntimeException {

    private NotApplied(String message) {
        super(message);
    }

    static NotApplied toWithdraw(Delivery delivery) {
        return new NotApplied("Delivery " + delivery.id() + " is " + delivery.state()
                + ", and only an APPLIED one can be withdrawn. "
                + (delivery.state() == DeliveryState.REFUSED
                        ? "No line of it counts."
                        : "Follow it until it is applied, then withdraw it."));
    }

    static NotApplied toSupersede(Delivery delivery) {
        return new NotApplied("Delivery " + delivery.id() + " is " + delivery.state()
                + ", and only an APPLIED one can be superseded. Push without 'supersedes', or wait until it is "
                + "applied.");
    }

    static NotApplied toSupplement(Delivery delivery) {
        return new NotApplied("Delivery " + delivery.id() + " is " + delivery.state()
                + ", and only an APPLIED one can be supplemented. Mend the whole file and push it again.");
    }

    static NotApplied supplementOfASupplement(Delivery delivery, Object mended) {
        return new NotApplied("Delivery " + delivery.id() + " is a supplement itself. Name the delivery that it mends, "
                + mended + ".");
    }

    static NotApplied nothingToMend(Delivery delivery) {
        return new NotApplied("Delivery " + delivery.id()
                + " has refused no row, so there is nothing to supplement. Push further lines as a delivery of their "
                + "own.");
    }

    static NotApplied supplementUnderway(Delivery delivery, Object other) {
        return new NotApplied("Delivery " + other + " is on its way to supplement " + delivery.id()
                + ". Follow it until it is applied, then push the next.");
    }

    static NotApplied alreadyPromised(Delivery delivery, Object other) {
        return new NotApplied("Delivery " + other + " is on its way to take the place of " + delivery.id()
                + ". Follow that one, or name it in 'supersedes' once it is applied.");
    }
}
