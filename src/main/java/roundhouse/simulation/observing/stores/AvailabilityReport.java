package roundhouse.simulation.observing.stores;

import java.util.Arrays;
import java.util.List;
import roundhouse.simulation.data.AskedTotals;
import roundhouse.simulation.data.DataTotals;

/**
 * Which of the requests of one node of clients were answered, from the start, where there are replicated stores.
 *
 * @param id of the clients
 * @param side the number of their side of the newest partition during which a request of theirs ended; -1 for none
 * @param answered one for each {@link AvailabilityFigure}
 * @param asked one for each of them as well
 */
public record AvailabilityReport(String id, int side, List<Long> answered, List<Long> asked) {
    /** Of all that asked for anything, in the order of the nodes. */
    public static List<AvailabilityReport> of(DataTotals data) {
        return data.asked().stream().map(AvailabilityReport::of).toList();
    }

    private static AvailabilityReport of(AskedTotals of) {
        return new AvailabilityReport(
                of.id,
                of.side(),
                Arrays.stream(AvailabilityFigure.values())
                        .map(figure -> figure.answered(of))
                        .toList(),
                Arrays.stream(AvailabilityFigure.values())
                        .map(figure -> figure.asked(of))
                        .toList());
    }

    public long answered(AvailabilityFigure figure) {
        return answered.get(figure.ordinal());
    }

    public long asked(AvailabilityFigure figure) {
        return asked.get(figure.ordinal());
    }

    /** The share, 0 to 1; not a number where nothing was asked. */
    public double share(AvailabilityFigure figure) {
        return asked(figure) == 0 ? Double.NaN : (double) answered(figure) / asked(figure);
    }
}
