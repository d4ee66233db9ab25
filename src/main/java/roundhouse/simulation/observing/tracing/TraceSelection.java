package roundhouse.simulation.observing.tracing;

/**
 * Which requests to write down: those whose number and beginning lie within bounds, as many as there is room for.
 *
 * @param first the lowest number
 * @param last the highest number
 * @param from simulated nanoseconds, inclusive
 * @param to simulated nanoseconds, exclusive
 * @param most how many
 */
public record TraceSelection(long first, long last, long from, long to, int most) {
    /** One request. */
    public static TraceSelection request(long number) {
        return new TraceSelection(number, number, 0, Long.MAX_VALUE, 1);
    }

    /** The first {@code most} requests that begin from one time on and before another. */
    public static TraceSelection begunBetween(long from, long to, int most) {
        return new TraceSelection(1, Long.MAX_VALUE, from, to, most);
    }

    boolean includes(long number, long began, int so) {
        return so < most && number >= first && number <= last && began >= from && began < to;
    }

    /** Whether no request from now on is included. */
    public boolean isFulfilled(long lastNumber, long now, int so) {
        return so >= most || lastNumber >= last || now >= to;
    }
}
