package anchorage.registry.place;

/**
 * How deprived an area is among all of England's, by the English Indices of Deprivation.
 *
 * @param rank 1 is the most deprived
 * @param decile 1 is the most deprived tenth
 */
public record Deprivation(Edition edition, int rank, int decile) {

    /** An edition, and the small areas (LSOAs) it ranks. */
    public enum Edition {
        /** Ranks LSOAs of 2011. */
        IMD_2019(32_844, 2011),
        /** Ranks LSOAs of 2021. */
        IMD_2025(33_755, 2021);

        private final int areas;
        private final int vintage;

        Edition(int areas, int vintage) {
            this.areas = areas;
            this.vintage = vintage;
        }

        /** How many areas it ranks. */
        public int areas() {
            return areas;
        }

        /** The year of the release, as the events write it. */
        public String release() {
            return name().substring("IMD_".length());
        }

        /** The year whose LSOAs it ranks; a rank joined on others means nothing. */
        public int vintage() {
            return vintage;
        }
    }

    /**
     * The deprivation that a rank means. Deciles are tenths of the ranks, the publishers' way: decile 1 is ranks 1 to
     * 3,284 of 2019, and 1 to 3,375 of 2025.
     */
    public static Deprivation of(Edition edition, int rank) {
        int decile = (int) ((rank * 10L + edition.areas() - 1) / edition.areas());
        return new Deprivation(edition, rank, decile);
    }
}
