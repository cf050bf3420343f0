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

    static NotApplied alreadyPromised(Delivery delivery, Object other) {
        return new NotApplied("Delivery " + other + " is on its way to take the place of " + delivery.id()
                + ". Follow that one, or name it in 'supersedes' once it is applied.");
    }
}
