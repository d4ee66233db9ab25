package roundhouse.analysis;

/** Whether the second of two runs is better by a figure, as far as the interval of the difference says. */
public enum Judgement {
    BETTER("better"),
    WORSE("worse"),
    /** The difference may be chance. */
    SAME("no clear difference"),
    /** There are too few requests to say. */
    UNKNOWN("too few to say");

    private final String words;

    Judgement(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** By that difference, of requests that are in both. */
    static Judgement of(Difference figure, boolean lessIsBetter) {
        if (!figure.paired().isKnown()) {
            return UNKNOWN;
        }
        if (figure.paired().covers(figure.difference())) {
            return SAME;
        }
        return figure.difference() < 0 == lessIsBetter ? BETTER : WORSE;
    }
}
