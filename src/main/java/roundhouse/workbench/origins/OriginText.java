package roundhouse.workbench.origins;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.Interval;
import roundhouse.analysis.Measured;
import roundhouse.analysis.NodeMeasurement;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.analysis.queueing.ClosedForm;
import roundhouse.analysis.queueing.Quantity;
import roundhouse.workbench.FigureText;

/** How it is said where a figure comes from. */
public final class OriginText {
    private static final long SECOND = 1_000_000_000;

    private OriginText() {}

    /** From when to when, and what becomes of the warm-up. */
    public static String span(OriginSpan span, long nowNanos, long warmUpNanos) {
        String now = FigureText.clock(nowNanos);
        String warmUp = FigureText.clock(warmUpNanos);
        return switch (span) {
            case NOW -> "At " + now + ", this instant. No warm-up is cut.";
            case LAST_SECOND ->
                "From " + FigureText.clock(Math.max(0, nowNanos - SECOND)) + " to " + now
                        + ", the last second. No warm-up is cut"
                        + (nowNanos - SECOND < warmUpNanos ? ": it lasts until " + warmUp + "." : ".");
            case SINCE_START -> "From 00:00.000 to " + now + ", since the start. No warm-up is cut from counts.";
            case SINCE_WARM_UP ->
                nowNanos <= warmUpNanos && warmUpNanos > 0
                        ? "Nothing yet: the warm-up, which is cut, lasts until " + warmUp + "."
                        : "From " + warmUp + " to " + now + ". Warm-up cut: " + FigureText.duration(warmUpNanos) + ".";
            case SETTING -> "As set at " + now + "; nothing is measured.";
        };
    }

    /** What was measured since the warm-up: {@code 3.12 ms ± 0.08 ms}, a dash where nothing was. */
    static String measured(Quantity quantity, @Nullable Measured measured) {
        if (measured == null || Double.isNaN(measured.value())) {
            return "–";
        }
        String value = value(quantity, measured.value());
        return measured.interval().isKnown()
                ? value + " ± " + value(quantity, measured.interval().halfWidth()) + " (" + Interval.PERCENT + " %, "
                        + measured.batches() + " batches)"
                : value + " (too few seconds for an interval)";
    }

    /** What theory expects; a dash where it says nothing. */
    static String expected(Quantity quantity, ClosedForm form) {
        return form.applies() ? value(quantity, form.value()) : "–";
    }

    static String value(Quantity quantity, double value) {
        return switch (quantity.unit()) {
            case PER_SECOND -> FigureText.rate(value);
            case SHARE -> String.format(Locale.ROOT, "%.2f %%", value * 100);
            case REQUESTS -> FigureText.number(value);
            case SECONDS -> FigureText.duration(Math.round(value * 1e9));
        };
    }

    /** Of what the measured values are. */
    static String samples(NodeMeasurement.Result result) {
        return "Measured from " + FigureText.clock(result.fromNanos()) + " to " + FigureText.clock(result.untilNanos())
                + ": " + FigureText.count(result.samples()) + " requests. Warm-up cut: "
                + FigureText.duration(result.fromNanos()) + ".";
    }
}
