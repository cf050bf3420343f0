package anchorage.registry.identification.web;

import anchorage.kit.page.Position;
import anchorage.registry.identification.DecidedMention;
import anchorage.registry.identification.DecidedMentions.Place;

/** Places in lists of mentions, as cursors hold them. */
final class DecidedPlaces {

    private DecidedPlaces() {}

    static Position of(DecidedMention decided) {
        var place = Place.of(decided);
        return Position.of(place.value(), place.mention());
    }

    static Place read(Position last) {
        return new Place(last.amount(0), last.id(1));
    }
}
