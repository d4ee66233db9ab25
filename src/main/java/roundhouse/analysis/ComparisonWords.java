package roundhouse.analysis;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** What a comparison comes to, in sentences for people, the same in the window and on the command line. */
public final class ComparisonWords {
    private ComparisonWords() {}

    /**
     * The result in a sentence or two.
     *
     * @param time writes a time given in nanoseconds
     */
    public static String headline(RunComparison comparison, DoubleFunction<String> time) {
        String a = quoted(comparison.a().name());
        String b = quoted(comparison.b().name());
        boolean first = comparison.a().hasReplies();
        boolean second = comparison.b().hasReplies();
        if (!first || !second) {
            String without = first ? b : second ? a : a + " or " + b;
            return "There were no replies in " + without + " in the time compared, so there is no latency to compare.";
        }
        return latency(comparison, a, b, time) + success(comparison, b);
    }

    private static String latency(RunComparison comparison, String a, String b, DoubleFunction<String> time) {
        Difference latency = comparison.latency();
        String size = time.apply(Math.abs(latency.difference()));
        String half = " ± " + time.apply(latency.paired().halfWidth());
        return switch (comparison.latencyJudgement()) {
            case UNKNOWN -> "Too few requests succeeded in both to compare their latency.";
            case SAME ->
                "The mean latency of " + b + " does not differ from that of " + a + " by more than chance: "
                        + (latency.difference() == 0 ? "" : latency.difference() < 0 ? "−" : "+") + size + half + ".";
            case BETTER -> b + " answers " + size + half + " faster than " + a + " on average.";
            case WORSE -> b + " answers " + size + half + " slower than " + a + " on average.";
        };
    }

    /** Said only where it is sure. */
    private static String success(RunComparison comparison, String b) {
        Difference success = comparison.success();
        return switch (comparison.successJudgement()) {
            case BETTER -> " Of the requests to " + b + " " + points(success.difference()) + " more succeed.";
            case WORSE -> " Of the requests to " + b + " " + points(-success.difference()) + " fewer succeed.";
            case SAME, UNKNOWN -> "";
        };
    }

    /** How far the intervals can be trusted; empty where they can. */
    public static String hint(RunComparison comparison) {
        return comparison.latency().batchesDepend()
                ? "The run changes on its way, or is too short, so take the interval as a hint: it is narrower than it should be."
                : "";
    }

    /** A difference of two shares, 0 to 1, in percent points: {@code 1.25 points}. */
    public static String points(double share) {
        return String.format(Locale.ROOT, "%.2f points", 100 * share);
    }

    private static String quoted(String name) {
        return "“" + name + "”";
    }
}
