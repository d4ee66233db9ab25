package roundhouse.simulation.observing.expecting;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.transcript.MeasuredText;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Units;

/** One expectation about a figure, and the part of the run that it is about. */
final class BoundWatch implements ExpectationWatch {
    private final Expectation.Bound bound;
    private final FigureReader gauge;
    private final long writtenNanos;
    private final long toNanos;
    private long fromNanos;
    private long warmUpNanos;
    private @Nullable FigureReading first;
    /** The greatest value from the beginning to the last cut. */
    private long peak;

    private @Nullable Verdict verdict;

    BoundWatch(Expectation.Bound bound, FigureReader gauge, long warmUpNanos, long nowNanos) {
        this.bound = bound;
        this.gauge = gauge;
        Expectation.Window during = bound.during();
        this.warmUpNanos = warmUpNanos;
        writtenNanos = nowNanos;
        fromNanos = during == null ? warmUpNanos : DurationSampler.nanos(during.from());
        toNanos = during == null ? NEVER : DurationSampler.nanos(during.to());
    }

    @Override
    public void countFrom(long nanos) {
        warmUpNanos = nanos;
        if (bound.during() == null && first == null) {
            fromNanos = nanos;
        }
    }

    private boolean isLate() {
        return fromNanos < writtenNanos;
    }

    /** When its part of the run begins, then when it ends. */
    @Override
    public long nextNanos() {
        return isLate() || verdict != null ? NEVER : first == null ? fromNanos : toNanos;
    }

    @Override
    public void keepPeak() {
        if (first != null && verdict == null) {
            peak = Math.max(peak, gauge.peak());
        }
    }

    @Override
    public void passed(long timeNanos) {
        if (timeNanos < nextNanos()) {
            return;
        }
        FigureReading begun = first;
        if (begun == null) {
            first = gauge.read();
        } else {
            verdict = judge(begun, peak);
        }
    }

    @Override
    public Verdict verdict() {
        if (fromNanos < warmUpNanos) {
            return unknown(
                    "its beginning is in the warm-up, which ends at " + Units.format(Duration.ofNanos(warmUpNanos)));
        }
        Verdict known = verdict;
        if (known != null) {
            return known;
        }
        if (isLate()) {
            return unknown("it was written when the run had got past its beginning; restart to measure it");
        }
        FigureReading begun = first;
        if (bound.during() != null) {
            return unknown(
                    "the run has not got to " + Units.format(bound.during().to()));
        }
        return begun == null ? unknown("the warm-up is not over") : judge(begun, Math.max(peak, gauge.peak()));
    }

    private Verdict judge(FigureReading begun, long peak) {
        FigureReading last = gauge.read();
        if (!gauge.isOfSomething(begun, last)) {
            return unknown(bound.node() + " is not there");
        }
        OptionalDouble least = gauge.atLeast(begun);
        if (least.isPresent()) {
            return atLeast(least.getAsDouble());
        }
        OptionalDouble measured = gauge.between(begun, last, peak);
        if (measured.isEmpty()) {
            return unknown("nothing happened that it is about");
        }
        double value = measured.getAsDouble();
        return bound.comparison().holds(value, bound.amount().value())
                ? new Verdict.Met(bound, value)
                : new Verdict.Missed(bound, value);
    }

    /** Requests wait still: the figure is no less than this, and may be more. */
    private Verdict atLeast(double value) {
        double amount = bound.amount().value();
        boolean holds = bound.comparison().holds(value, amount);
        return switch (bound.comparison()) {
            case MORE, AT_LEAST -> holds ? new Verdict.Met(bound, value, Verdict.AT_LEAST) : open(value);
            case LESS, AT_MOST -> holds ? open(value) : new Verdict.Missed(bound, value, Verdict.AT_LEAST);
            case EQUAL -> value > amount ? new Verdict.Missed(bound, value, Verdict.AT_LEAST) : open(value);
        };
    }

    private Verdict open(double value) {
        return unknown("at least " + MeasuredText.of(bound.amount(), value)
                + ", for so long have requests waited that wait still");
    }

    private Verdict unknown(String reason) {
        return new Verdict.Unknown(bound, reason);
    }
}
