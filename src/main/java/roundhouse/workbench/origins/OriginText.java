package roundhouse.workbench.origins;

import static roundhouse.workbench.texts.Texts.text;

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
            case NOW -> text("origins.at-this-instant-no-warm", now);
            case LAST_SECOND ->
                text(
                        "origins.from-to-the-last-second",
                        FigureText.clock(Math.max(0, nowNanos - SECOND)),
                        now,
                        nowNanos - SECOND < warmUpNanos ? ": " + text("origins.it-lasts-until", warmUp) : ".");
            case SINCE_START -> text("origins.from-00-00-000-to", now);
            case SINCE_WARM_UP ->
                nowNanos <= warmUpNanos && warmUpNanos > 0
                        ? text("origins.nothing-yet-the-warm-up", warmUp)
                        : text("origins.from-to-warm-up-cut", warmUp, now, FigureText.duration(warmUpNanos));
            case SETTING -> text("origins.as-set-at-nothing-is", now);
        };
    }

    /** What was measured since the warm-up: {@code 3.12 ms ± 0.08 ms}, a dash where nothing was. */
    static String measured(Quantity quantity, @Nullable Measured measured) {
        if (measured == null || Double.isNaN(measured.value())) {
            return "–";
        }
        String value = value(quantity, measured.value());
        return measured.interval().isKnown()
                ? text(
                        "origins.batches",
                        value,
                        value(quantity, measured.interval().halfWidth()),
                        Interval.PERCENT,
                        measured.batches())
                : text("origins.too-few-seconds-for-an", value);
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
        return text(
                "origins.measured-from-to-requests-warm",
                FigureText.clock(result.fromNanos()),
                FigureText.clock(result.untilNanos()),
                FigureText.count(result.samples()),
                FigureText.duration(result.fromNanos()));
    }
}
