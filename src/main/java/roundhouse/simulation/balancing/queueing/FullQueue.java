package roundhouse.simulation.balancing.queueing;

import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;

/**
 * Tells the transcript when a balancer begins to turn requests away because too many wait, or wait for too long, and when its queue is
 * empty again. What fills and empties many times within a second is told as one.
 */
final class FullQueue {
    private static final long QUIET_NANOS = 1_000_000_000L;

    private final RunContext context;
    private final String id;
    private final CallbackHandler quiet;
    private boolean told;
    /** It is to be looked whether the queue has stayed empty. */
    private boolean looking;

    private long sinceNanos;
    private long lastNanos;
    private long emptyNanos;
    private long refused;
    private long timedOut;

    FullQueue(RunContext context, String id) {
        this.context = context;
        this.id = id;
        quiet = new CallbackHandler(context.kernel, id + " queue empty", this::quiet);
    }

    void refused(PoolQueue queue) {
        begin(queue, " is full: ");
        refused++;
    }

    void timedOut(PoolQueue queue) {
        begin(queue, " is too slow, the first timed out in it: ");
        timedOut++;
    }

    private void begin(PoolQueue queue, String what) {
        lastNanos = context.kernel.nowNanos();
        if (!told) {
            told = true;
            sinceNanos = lastNanos;
            refused = 0;
            timedOut = 0;
            context.transcript.say(context.titles.of(id) + "'s queue" + what
                    + TranscriptWords.count(queue.waiting, "request") + (queue.waiting == 1 ? " waits" : " wait"));
        }
    }

    /** Nobody waits any more, and so it is told unless that is over within a second. */
    void emptied() {
        if (told && !looking) {
            looking = true;
            emptyNanos = context.kernel.nowNanos();
            context.kernel.schedule(QUIET_NANOS, quiet, 0);
        }
    }

    private void quiet(int argument) {
        looking = false;
        if (lastNanos <= emptyNanos) {
            told = false;
            context.transcript.say(
                    context.titles.of(id) + "'s queue got empty after " + TranscriptWords.time(emptyNanos - sinceNanos)
                            + ": " + refused + " turned away, " + timedOut + " timed out in it");
        }
    }
}
