package roundhouse.analysis.checklist;

import java.util.Locale;

/** Figures in the answers, each with its unit. */
final class ShownFigures {
    private ShownFigures() {}

    /** A part of 1. */
    static String percent(double part) {
        return part < 0.1 && part > 0
                ? String.format(Locale.ROOT, "%.1f %%", 100 * part)
                : String.format(Locale.ROOT, "%.0f %%", 100 * part);
    }

    /** Requests a second. */
    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%,.0f/s", perSecond);
    }

    static String servers(int count) {
        return count == 1 ? "1 server" : count + " servers";
    }
}
