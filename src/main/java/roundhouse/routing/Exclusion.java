package roundhouse.routing;

/** Why a target's health keeps requests from it. */
public enum Exclusion {
    /** Active checks took it out. */
    CHECKS("taken out by health checks"),
    /** Requests failed there. */
    FAILURES("left out after failed requests"),
    /** Its success rate was far below that of the others. */
    EJECTION("ejected as an outlier"),
    /** Its breaker is open, or lets no more out to see. */
    BREAKER("left out by its open breaker");

    private static final Exclusion[] ALL = values();

    private final String words;

    Exclusion(String words) {
        this.words = words;
    }

    /** Its bit in a set of several. */
    int bit() {
        return 1 << ordinal();
    }

    /** The first of a set of bits, in words; empty when there is none. */
    static String words(int bits) {
        for (Exclusion reason : ALL) {
            if ((bits & reason.bit()) != 0) {
                return reason.words;
            }
        }
        return "";
    }
}
