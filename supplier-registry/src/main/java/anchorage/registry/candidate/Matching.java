package anchorage.registry.candidate;

import anchorage.registry.candidate.Readings.Part;
import anchorage.registry.candidate.Readings.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks for somebody in an index, by one method after another; the first that finds one supplier and no other decides.
 * It stores nothing.
 */
public final class Matching {

    private static final double SURE = 0.99;

    /** A name must tell so much: one common word alone names many bodies that no register has. */
    private static final double TELLING = 0.75;

    /** What shares fewer of its runs of letters is not decided: of 9,424 decided labelled names none shares less than half. */
    private static final double NEAR = 0.35;

    private static final int SHORTEST_CUT_NAME = 18;
    private static final int CANDIDATES = 10;
    private static final int BEGINNINGS = 12;

    private final Model model;
    private final Ranking ranking;

    public Matching(Model model) {
        this.model = model;
        this.ranking = new Ranking(model);
    }

    /** One match for each of those looked for, in their order. */
    public List<Match> match(NameIndex index, List<Sought> all) {
        return index.read(searcher ->
                all.parallelStream().map(sought -> matchIn(searcher, sought)).toList());
    }

    /**
     * The same, each with its likeliest candidates whether or not a method decides.
     *
     * @param least how many of them, where there are so many; there may be more
     */
    public List<Match> match(NameIndex index, List<Sought> all, int least) {
        return index.read(searcher -> all.parallelStream()
                .map(sought -> withCandidates(searcher, sought, matchIn(searcher, sought), least))
                .toList());
    }

    private Match withCandidates(NameSearcher searcher, Sought sought, Match match, int least) {
        int known = match.candidates().size();
        boolean areAll = known > 0 && known < CANDIDATES;
        if (areAll || known >= least) {
            return match;
        }
        try {
            return match.with(ranking.rank(searcher, sought, least));
        } catch (IOException failure) {
            throw new UncheckedIOException("the index of names could not be read", failure);
        }
    }

    private Match matchIn(NameSearcher searcher, Sought sought) {
        try {
            return match(searcher, sought);
        } catch (IOException failure) {
            throw new UncheckedIOException("the index of names could not be read", failure);
        }
    }

    /** The likeliest candidates for each of those looked for, whether or not a method decides. */
    public List<List<Candidate>> candidates(NameIndex index, List<Sought> all, int limit) {
        return index.read(searcher -> {
            var candidates = new ArrayList<List<Candidate>>(all.size());
            for (var sought : all) {
                candidates.add(ranking.rank(searcher, sought, limit));
            }
            return List.copyOf(candidates);
        });
    }

    /** Which of those looked for could be one that this index holds: all others find nobody in it, by any method. */
    public List<Boolean> near(NameIndex index, List<Sought> all) {
        return index.read(searcher -> {
            var near = new ArrayList<Boolean>(all.size());
            for (var sought : all) {
                near.add(isNear(searcher, sought));
            }
            return List.copyOf(near);
        });
    }

    private static boolean isNear(NameSearcher searcher, Sought sought) throws IOException {
        for (var identifier : sought.identifiers()) {
            if (!searcher.withIdentifier(identifier).isEmpty()) {
                return true;
            }
        }
        var found = Ranking.found(searcher, sought, 1);
        return !found.isEmpty() && (sought.isCutOff() || found.get(0).common() >= NEAR);
    }

    private Match match(NameSearcher searcher, Sought sought) throws IOException {
        var byIdentifier = byIdentifier(searcher, sought);
        if (byIdentifier.isPresent()) {
            return byIdentifier.get();
        }
        if (sought.name().isBlank()) {
            return Match.none("No supplier in the registers has this identifier, and there is no name.", List.of());
        }
        for (var reading : Readings.of(sought.name())) {
            var byName = byName(searcher, sought, reading);
            if (byName.isPresent()) {
                return byName.get();
            }
        }
        var cut = byBeginning(searcher, sought);
        return cut.isPresent() ? cut.get() : byScore(searcher, sought);
    }

    private Optional<Match> byIdentifier(NameSearcher searcher, Sought sought) throws IOException {
        var found = new LinkedHashMap<UUID, String>();
        IndexedName having = null;
        for (var identifier : sought.identifiers()) {
            var names = searcher.withIdentifier(identifier);
            if (suppliers(names).size() == 1) {
                having = names.get(0);
                found.putIfAbsent(having.supplier(), identifier);
            }
        }
        if (found.size() > 1) {
            var candidates = ranking.rank(searcher, sought, CANDIDATES);
            return Optional.of(Match.review(
                    "The identifiers are of different suppliers: " + String.join(", ", found.values()) + ".",
                    candidates));
        }
        return having == null
                ? Optional.empty()
                : Optional.of(Match.decided(
                        Method.IDENTIFIER,
                        having,
                        1,
                        "The line carries " + found.get(having.supplier())
                                + ", which is this supplier's and no other's."));
    }

    private Optional<Match> byName(NameSearcher searcher, Sought sought, Reading reading) throws IOException {
        var named = searcher.withKey(reading.parts().key()).stream()
                .filter(name -> !formsContradict(reading, name) && isSaidEnough(reading, name))
                .filter(name -> !Comparison.contradicts(sought.identifiers(), name.identifiers()))
                .toList();
        var there = named.stream()
                .filter(name -> name.postcodes().contains(sought.postcode()))
                .toList();
        if (!sought.postcode().isEmpty() && suppliers(there).size() == 1) {
            return Optional.of(Match.decided(
                    Method.NAME_AND_POSTCODE,
                    there.get(0),
                    SURE,
                    "The name is this supplier's in law, and so is the postcode."));
        }
        if (suppliers(named).size() != 1 || !isTelling(searcher, reading)) {
            return Optional.empty();
        }
        var name = named.get(0);
        boolean isWhole = reading.part() == Part.WHOLE || reading.part() == Part.WITHOUT_CODE;
        if (isWhole && named.stream().anyMatch(IndexedName::isCurrent)) {
            return Optional.of(Match.decided(
                    Method.EXACT_NAME,
                    name,
                    SURE,
                    "The name is this supplier's in law (Companies Act 2006 s.66), and no other supplier in the "
                            + "registers has it."));
        }
        return Optional.of(Match.decided(
                Method.OTHER_NAME,
                name,
                SURE,
                isWhole
                        ? "It is a " + name.role().toLowerCase(Locale.ROOT)
                                + " name of this supplier, and no other supplier in the registers has it."
                        : "A part of the name, '" + reading.text()
                                + "', is this supplier's name in law, and no other supplier in the registers has it."));
    }

    private Optional<Match> byBeginning(NameSearcher searcher, Sought sought) throws IOException {
        var whole = Readings.of(sought.name()).stream().findFirst();
        if (whole.isEmpty() || !sought.isCutOff()) {
            return Optional.empty();
        }
        var key = whole.get().parts().key();
        if (key.length() < SHORTEST_CUT_NAME) {
            return Optional.empty();
        }
        var names = searcher.beginningWith(key, BEGINNINGS);
        return suppliers(names).size() == 1
                ? Optional.of(Match.decided(
                        Method.CUT_NAME,
                        names.get(0),
                        SURE,
                        "The feed cuts names off at " + sought.cutAt()
                                + " characters, and only this supplier's name begins like this one."))
                : Optional.empty();
    }

    private Match byScore(NameSearcher searcher, Sought sought) throws IOException {
        var candidates = ranking.rank(searcher, sought, CANDIDATES);
        if (candidates.isEmpty()) {
            return Match.none("No supplier in the registers has this identifier or a name like this.", candidates);
        }
        var best = candidates.get(0);
        double next = candidates.size() > 1 ? candidates.get(1).score() : 0;
        if (best.wellFounded() && best.score() >= model.accept() && best.score() - next >= model.margin()) {
            return Match.scored(
                    best,
                    "The likeliest of " + candidates.size() + " candidates; " + String.join("; ", best.reasons()) + ".",
                    candidates);
        }
        if (best.score() >= model.review()) {
            return Match.review(
                    "Likely " + called(best) + ", but not sure enough: " + String.join("; ", best.reasons()) + ".",
                    candidates);
        }
        return Match.none(
                "No supplier in the registers is likely; the nearest is " + called(best) + ": "
                        + String.join("; ", best.reasons()) + ".",
                candidates);
    }

    /** An explanation is read by whoever sees the line, and a natural person's name is not for all of them. */
    private static String called(Candidate candidate) {
        return candidate.person() ? "a natural person" : "'" + candidate.name() + "'";
    }

    private static boolean isTelling(NameSearcher searcher, Reading reading) {
        var words = Words.of(reading.parts()).list();
        double told = words.stream()
                .filter(word -> !Words.isFiller(word))
                .flatMap(word -> Stream.of(searcher.rarity(word)))
                .reduce(0.0, Double::sum);
        return told >= TELLING;
    }

    /** One bare word is a company's name too often: WORKMAN may be anybody, WORKMAN LLP is not. */
    private static boolean isSaidEnough(Reading reading, IndexedName name) {
        boolean isWhole = reading.part() == Part.WHOLE || reading.part() == Part.WITHOUT_CODE;
        boolean saysForm = !reading.parts().legalForm().isEmpty();
        boolean isOneWord = reading.parts().words().stream()
                        .filter(word -> !Words.isFiller(word))
                        .count()
                < 2;
        if (saysForm) {
            return true;
        }
        boolean isTradingName = reading.part() == Part.TRADING_NAME;
        return name.words().legalForm().isEmpty() ? isWhole || !isOneWord : !isOneWord && !isTradingName;
    }

    private static boolean formsContradict(Reading reading, IndexedName name) {
        var ours = reading.parts().legalForm();
        var theirs = name.words().legalForm();
        return !ours.isEmpty() && !theirs.isEmpty() && !ours.equals(theirs);
    }

    private static Map<UUID, IndexedName> suppliers(List<IndexedName> names) {
        var suppliers = new LinkedHashMap<UUID, IndexedName>();
        names.forEach(name -> suppliers.putIfAbsent(name.supplier(), name));
        return suppliers;
    }
}
