package roundhouse.simulation.observing.tracing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CacheObserver;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.KeptValue;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.reasons.Newer;

/** Adds to the traces of requests what caches answered them. */
final class CacheTracing implements CacheObserver {
    private final Traced traced;
    private final CacheMemory memory = new CacheMemory();
    /** What browsers answered before their request set out, by the request's number. */
    private final Map<Long, List<CacheAnswer>> early = new LinkedHashMap<>();

    /** Which attempts are traced. */
    interface Traced {
        /** What is known of the attempt's request, or null when it was not asked for or has not set out. */
        @Nullable
        TraceBuilder trace(Attempt attempt);

        /** Whether the attempt is the first of a request that was asked for and has not set out. */
        boolean isAwaited(Attempt attempt);
    }

    CacheTracing(Traced traced) {
        this.traced = traced;
    }

    /** A run begins. */
    void begins(RunContext run) {
        memory.titles(run.titles::of);
    }

    @Override
    public void answered(Attempt attempt, CacheAnswer answer) {
        TraceBuilder trace = traced.trace(attempt);
        CacheAnswer whole =
                memory.complete(answer, trace == null ? "" : attempt.top().node().id, attempt.request);
        if (trace != null) {
            trace.add(whole);
        } else if (traced.isAwaited(attempt)) {
            early.computeIfAbsent(attempt.request, _ -> new ArrayList<>()).add(whole);
        }
    }

    /** A request that was asked for sets out. */
    void begins(long request, TraceBuilder trace) {
        List<CacheAnswer> answers = early.remove(request);
        if (answers != null) {
            answers.forEach(trace::add);
        }
    }

    @Override
    public void kept(String cache, long key, KeptValue value) {
        memory.kept(cache, key);
    }

    @Override
    public void left(String cache, long key, Leaving leaving) {
        memory.left(cache, key, leaving);
    }

    @Override
    public void deleted(String cache, long key, long request, long timeNanos) {
        memory.deleted(cache, key, request, timeNanos);
    }

    @Override
    public @Nullable Leaving leaving(String cache, long key) {
        return memory.leaving(cache, key);
    }

    @Override
    public void wrote(Attempt attempt, long stamp, Component at) {
        memory.wrote(attempt, stamp, at);
    }

    @Override
    public void told(Component node, long key, long stamp, Newer.Message message) {
        memory.told(node, key, stamp, message);
    }
}
