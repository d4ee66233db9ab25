package roundhouse.simulation.observing.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.stores.FigureUnit;
import roundhouse.simulation.observing.stores.StoreFigure;

/**
 * Figures of a replicated store in equal spans of simulated time, one entry a span.
 *
 * @param leaders whether its protocol has leaders
 * @param parts for each {@link StoreFigure} by how much it, or what is counted of a share, grew in the span; of a level the largest
 *     reading at the end of a tenth of a second
 * @param wholes what shares are parts of
 * @param leader the id of who led at the end of the span; null for nobody
 * @param members the ids of its members
 * @param lagNanos for each member for how long it lacked something at the end of the span, nanoseconds
 * @param behind for each member how much it lacked then
 */
public record StoreSeries(
        String id,
        String title,
        boolean leaders,
        long[][] parts,
        long[][] wholes,
        @Nullable String[] leader,
        List<String> members,
        long[][] lagNanos,
        long[][] behind) {
    /** How many spans there are. */
    public int length() {
        return leader.length;
    }

    /**
     * The figure of one span: a share from 0 to 1, not a number where there is nothing that it would be a share of; a level as it is; else by
     * how much it grew.
     */
    public double of(StoreFigure figure, int span) {
        long part = parts[figure.ordinal()][span];
        if (figure.unit() != FigureUnit.SHARE) {
            return part;
        }
        long whole = wholes[figure.ordinal()][span];
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    /** Whether it ever was more than 0. */
    public boolean hadAny(StoreFigure figure) {
        for (long part : parts[figure.ordinal()]) {
            if (part > 0) {
                return true;
            }
        }
        return false;
    }
}
