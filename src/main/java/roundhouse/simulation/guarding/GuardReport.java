package roundhouse.simulation.guarding;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.LimitFigure;
import roundhouse.limits.LimitFigures;

/**
 * What the limits of a node did, counted from the start.
 *
 * @param all all of them together
 * @param limits each by what it is called, in the order in which they are asked
 * @param attacked whether any of the requests was of an attack
 * @param turnsAway whether any limit turned a request away of late
 */
public record GuardReport(
        Map<LimitFigure, Long> all, Map<String, Map<LimitFigure, Long>> limits, boolean attacked, boolean turnsAway) {
    /** Null for no limits. */
    public static @Nullable GuardReport of(@Nullable Guard guard) {
        if (guard == null) {
            return null;
        }
        Map<String, Map<LimitFigure, Long>> limits = new LinkedHashMap<>();
        for (int i = 0; i < guard.size(); i++) {
            limits.merge(guard.title(i), figures(guard.figures(i)), GuardReport::sum);
        }
        return new GuardReport(figures(guard.figures()), limits, guard.figures().attacks > 0, guard.turnsAway());
    }

    private static Map<LimitFigure, Long> figures(LimitFigures of) {
        Map<LimitFigure, Long> figures = new EnumMap<>(LimitFigure.class);
        for (LimitFigure figure : LimitFigure.values()) {
            figures.put(figure, figure.part(of));
        }
        return figures;
    }

    /** Both together. */
    public GuardReport plus(GuardReport other) {
        Map<String, Map<LimitFigure, Long>> both = new LinkedHashMap<>(limits);
        other.limits.forEach((title, its) -> both.merge(title, its, GuardReport::sum));
        return new GuardReport(sum(all, other.all), both, attacked || other.attacked, turnsAway || other.turnsAway);
    }

    private static Map<LimitFigure, Long> sum(Map<LimitFigure, Long> one, Map<LimitFigure, Long> other) {
        Map<LimitFigure, Long> sum = new EnumMap<>(one);
        other.forEach((figure, count) -> sum.merge(figure, count, Long::sum));
        return sum;
    }

    /** What is counted of all limits together. */
    public long of(LimitFigure figure) {
        return all.getOrDefault(figure, 0L);
    }
}
