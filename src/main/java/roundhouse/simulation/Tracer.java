package roundhouse.simulation;

import java.util.List;
import roundhouse.topology.Topology;

/**
 * Looks back: runs a run again, event by event as it was, and writes down the lives of some of its requests. A run itself keeps none
 * of that, so looking back costs the time it takes to run there, and nothing else ever costs anything.
 */
public final class Tracer {
    private static final long SLICE = 100_000_000;

    private final Wanted wanted;
    private final long until;
    private final TraceRecorder recorder;
    private final Replay replay;

    /**
     * Which requests to write down: those whose number and beginning lie within bounds, as many as there is room for.
     *
     * @param first the lowest number
     * @param last the highest number
     * @param from simulated nanoseconds, inclusive
     * @param to simulated nanoseconds, exclusive
     * @param most how many
     */
    public record Wanted(long first, long last, long from, long to, int most) {
        /** One request. */
        public static Wanted request(long number) {
            return new Wanted(number, number, 0, Long.MAX_VALUE, 1);
        }

        /** The first {@code most} requests that begin from one time on and before another. */
        public static Wanted begunBetween(long from, long to, int most) {
            return new Wanted(1, Long.MAX_VALUE, from, to, most);
        }

        boolean includes(long number, long began, int so) {
            return so < most && number >= first && number <= last && began >= from && began < to;
        }

        /** Whether no request from now on is included. */
        boolean isFulfilled(long lastNumber, long now, int so) {
            return so >= most || lastNumber >= last || now >= to;
        }
    }

    /**
     * @param start what the run began with
     * @param log what was done to it, oldest first
     * @param until when to stop even if some requests have not ended, simulated nanoseconds
     * @param why whether to have every pick explained
     */
    public Tracer(Topology start, List<Run.Entry> log, Wanted wanted, long until, boolean why) {
        this.wanted = wanted;
        this.until = until;
        recorder = new TraceRecorder(wanted, why);
        replay = new Replay(start, log, recorder);
    }

    /** Goes on by that much simulated time; whether all that was wanted is known. */
    public boolean advance(long nanos) {
        replay.runUntil(Math.min(until, now() + nanos));
        return isDone();
    }

    /** Goes on until all that was wanted is known. */
    public List<Trace> finish() {
        while (!advance(SLICE)) {
            // advance did it
        }
        return traces();
    }

    private boolean isDone() {
        return now() >= until
                || (recorder.unfinished() == 0
                        && wanted.isFulfilled(replay.run().requests(), now(), recorder.begun()));
    }

    /** Simulated time it has got to, nanoseconds. */
    public long now() {
        return replay.now();
    }

    /** What is known so far, in the order the requests began. */
    public List<Trace> traces() {
        return recorder.traces();
    }

    /** The digest of the event stream so far: that of the run it looks back at. */
    public long digest() {
        return replay.run().digest();
    }
}
