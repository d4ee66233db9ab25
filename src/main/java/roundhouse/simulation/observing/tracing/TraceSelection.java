package roundhouse.simulation.observing.tracing;

/**
 * Which requests to write down: those whose number and beginning lie within bounds, as many as there is room for.
 *
 * @param first the lowest number
 * @param last the highest number
 * @param fromNanos simulated nanoseconds, inclusive
 * @param toNanos simulated nanoseconds, exclusive
 * @param most how many
 */
public record TraceSelection(long first, long last, long fromNanos, long toNanos, int most) {
    /** One request. */
    public static TraceSelection request(long number) {
        return new TraceSelection(number, number, 0, Long.MAX_VALUE, 1);
    }

    /** The first {@code most} requests that begin from one time on and before another. */
    public static TraceSelection begunBetween(long fromNanos, long toNanos, int most) {
        return new TraceSelection(1, Long.MAX_VALUE, fromNanos, toNanos, most);
    }

    boolean includes(long number, long beganNanos, int so) {
        return so < most && number >= first && number <= last && beganNanos >= fromNanos && beganNanos < toNanos;
    }

    /** Whether no request from now on is included. */
    public boolean isFulfilled(long lastNumber, long nowNanos, int so) {
        return so >= most || lastNumber >= last || nowNanos >= toNanos;
    }
}
