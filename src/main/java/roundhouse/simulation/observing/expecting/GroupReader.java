package roundhouse.simulation.observing.expecting;

import java.util.OptionalDouble;
import roundhouse.scaling.GroupFigure;
import roundhouse.simulation.network.GroupFigures;

/** Reads the figures of groups. */
final class GroupReader {
    private static final double SECOND = 1e9;

    private GroupReader() {}

    static FigureReading read(GroupFigure figure, GroupFigures of, long nowNanos) {
        double part = switch (figure) {
            case COUNT, MAX_COUNT -> of.area(nowNanos);
            case REVERSALS -> of.reversals();
            case CUT -> of.requestsCut();
        };
        return new FigureReading(nowNanos, part, 0, null);
    }

    static OptionalDouble between(GroupFigure figure, double part, double seconds, long peak) {
        return switch (figure) {
            case COUNT -> seconds == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / SECOND / seconds);
            case MAX_COUNT -> OptionalDouble.of((double) peak);
            case REVERSALS, CUT -> OptionalDouble.of(part);
        };
    }
}
