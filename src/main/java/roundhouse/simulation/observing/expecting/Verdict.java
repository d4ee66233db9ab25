package roundhouse.simulation.observing.expecting;

import java.time.Duration;
import java.util.Locale;
import roundhouse.simulation.transcript.MeasuredText;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.Expectation;

/** What came of an expectation. */
public sealed interface Verdict {
    /** {@code when} of a figure that is no less than what was measured, and may be more. */
    String AT_LEAST = "at least";

    Expectation expectation();

    /**
     * @param measured in the unit of the expectation's amount: nanoseconds, requests, per cent, requests a second
     * @param when it was measured, in words; empty where the expectation says it; of a figure, {@link #AT_LEAST} or empty
     */
    record Met(Expectation expectation, double measured, String when) implements Verdict {
        Met(Expectation expectation, double measured) {
            this(expectation, measured, "");
        }
    }

    /**
     * @param measured in the unit of the expectation's amount: nanoseconds, requests, per cent, requests a second; infinite for a
     *     takeover that did not come
     * @param when it was measured, in words; empty where the expectation says it; of a figure, {@link #AT_LEAST} or empty
     */
    record Missed(Expectation expectation, double measured, String when) implements Verdict {
        Missed(Expectation expectation, double measured) {
            this(expectation, measured, "");
        }
    }

    /** Nothing to judge by, yet or at all; the reason in words. */
    record Unknown(Expectation expectation, String reason) implements Verdict {}

    /** {@code met}, {@code missed} or {@code not known}. */
    default String state() {
        return switch (this) {
            case Met _ -> "met";
            case Missed _ -> "missed";
            case Unknown _ -> "not known";
        };
    }

    /** What was measured, and for a missed one by how much it missed: {@code measured 231 ms, 31 ms too much}. */
    default String finding() {
        return switch (this) {
            case Met(Expectation expectation, double measured, String when) ->
                switch (expectation) {
                    case Expectation.Bound bound -> measured(bound, measured, when);
                    case Expectation.Takeover _, Expectation.Convergence _ -> measured(measured, when);
                    case Expectation.Promise _ -> String.format(Locale.ROOT, "%,.0f reads and writes", measured);
                };
            case Missed(Expectation expectation, double measured, String when) ->
                switch (expectation) {
                    case Expectation.Bound bound -> measured(bound, measured, when) + ", " + missedBy(bound, measured);
                    case Expectation.Takeover takeover ->
                        Double.isInfinite(measured)
                                ? "no takeover " + when
                                : measured(measured, when) + ", " + late(takeover.within(), measured) + " too late";
                    case Expectation.Convergence convergence ->
                        Double.isInfinite(measured)
                                ? "not the same " + when
                                : measured(measured, when) + ", " + late(convergence.within(), measured) + " too late";
                    case Expectation.Promise _ -> when;
                };
            case Unknown unknown -> unknown.reason();
        };
    }

    private static String measured(Expectation.Bound bound, double measured, String how) {
        return "measured " + (how.isEmpty() ? "" : how + " ") + MeasuredText.of(bound.amount(), measured);
    }

    private static String measured(double nanos, String when) {
        return "measured " + MeasuredText.time(nanos) + " " + when;
    }

    private static String late(Duration within, double nanos) {
        return MeasuredText.time(nanos - within.toNanos());
    }

    private static String missedBy(Expectation.Bound bound, double measured) {
        Amount amount = bound.amount();
        double off = measured - amount.value();
        String much = MeasuredText.of(amount, Math.abs(off));
        return switch (bound.comparison()) {
            case LESS, AT_MOST -> off == 0 ? "which is not less" : much + " too much";
            case MORE, AT_LEAST -> off == 0 ? "which is not more" : much + " too little";
            case EQUAL -> much + (off > 0 ? " too much" : " too little");
        };
    }
}
