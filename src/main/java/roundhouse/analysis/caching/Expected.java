package roundhouse.analysis.caching;

/**
 * What theory expects of one figure of a cache.
 *
 * @param value in the unit of the figure; not a number where theory does not apply
 * @param formula what it was worked out by, and of what, in words; empty where theory does not apply
 * @param whyNot why theory does not apply, in words that follow "because"; empty where it does
 */
public record Expected(TheoryFigure figure, double value, String formula, String whyNot) {
    static Expected of(TheoryFigure figure, double value, String formula) {
        return new Expected(figure, value, formula, "");
    }

    static Expected not(TheoryFigure figure, String whyNot) {
        return new Expected(figure, Double.NaN, "", whyNot);
    }

    /** Whether theory applies. */
    public boolean applies() {
        return whyNot.isEmpty();
    }
}
