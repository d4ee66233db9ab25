package roundhouse.simulation;

import java.util.List;
import roundhouse.simulation.observing.tracing.KeyStoryRecorder;
import roundhouse.simulation.reasons.CacheKeyStory;
import roundhouse.topology.Topology;

/** Looks back at one key in one cache: runs a run again, as {@link Tracer} does, and writes down when the key came and went, and why. */
public final class KeyTracer implements LookingBack {
    private final long untilNanos;
    private final KeyStoryRecorder recorder;
    private final Replay replay;

    /**
     * @param start what the run began with
     * @param log what was done to it, oldest first
     * @param cache the name of the cache, as {@code CacheContents} has it
     * @param key as clients ask for it
     * @param untilNanos up to when, simulated nanoseconds
     */
    public KeyTracer(Topology start, List<Run.Entry> log, String cache, long key, long untilNanos) {
        this.untilNanos = Math.min(untilNanos, CommandLog.goodUntilNanos(log));
        recorder = new KeyStoryRecorder(cache, key);
        replay = new Replay(start, log, recorder);
    }

    @Override
    public boolean advance(long nanos) {
        replay.runUntil(Math.min(untilNanos, nowNanos() + nanos));
        return nowNanos() >= untilNanos;
    }

    @Override
    public long nowNanos() {
        return replay.nowNanos();
    }

    /** What is known so far. */
    public CacheKeyStory story() {
        return recorder.story(nowNanos());
    }
}
