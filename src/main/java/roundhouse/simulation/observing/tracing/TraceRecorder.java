package roundhouse.simulation.observing.tracing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CacheObserver;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.LimitExplainer;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.reasons.LimitAnswer;

/** Records the traces of the requests that a {@link TraceSelection} asks for. */
public final class TraceRecorder extends RunObserver {
    private final TraceSelection selection;
    private final boolean why;
    private final Map<Long, TraceBuilder> traces = new LinkedHashMap<>();
    private final Map<Integer, AttemptTraceBuilder> attempts = new HashMap<>();
    private final CacheTracing caches = new CacheTracing(new CacheTracing.Traced() {
        @Override
        public @Nullable TraceBuilder trace(Attempt attempt) {
            AttemptTraceBuilder known = of(attempt);
            return known == null ? null : known.trace;
        }

        @Override
        public boolean isAwaited(Attempt attempt) {
            return attempt.request != 0 && isFirst(attempt) && !traces.containsKey(attempt.request);
        }
    });
    private @Nullable RunContext run;
    private int unfinished;

    /** @param why whether to have picks explained */
    public TraceRecorder(TraceSelection selection, boolean why) {
        this.selection = selection;
        this.why = why;
    }

    /** Requests recorded so far. */
    public int begun() {
        return traces.size();
    }

    /** Those of them that have not ended, or have attempts under way. */
    public int unfinished() {
        return unfinished;
    }

    public List<Trace> traces() {
        return traces.values().stream().map(TraceBuilder::toTrace).toList();
    }

    @Override
    public void begins(RunContext run) {
        this.run = run;
        caches.begins(run);
    }

    @Override
    public CacheObserver caches() {
        return caches;
    }

    private long nowNanos() {
        return run().kernel.nowNanos();
    }

    private RunContext run() {
        return Objects.requireNonNull(run);
    }

    /** What is known of the attempt, or null when it was not asked for. */
    private @Nullable AttemptTraceBuilder of(Attempt attempt) {
        AttemptTraceBuilder known = attempts.get(attempt.slot);
        return known != null && known.number == attempt.number ? known : null;
    }

    @Override
    public void entered(Attempt attempt) {
        if (attempt.isAtClient()) {
            begin(attempt);
            return;
        }
        Component node = attempt.top().node();
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.begin(Span.Kind.NODE, node.id, nowNanos());
            known.begin(Span.Kind.WAIT, node.id, nowNanos());
        }
    }

    private void begin(Attempt attempt) {
        TraceBuilder trace = traces.get(attempt.request);
        if (trace == null) {
            if (!isFirst(attempt)) {
                return;
            }
            trace = new TraceBuilder(attempt);
            traces.put(attempt.request, trace);
            caches.begins(attempt.request, trace);
            unfinished++;
        }
        attempts.put(attempt.slot, trace.begin(attempt, nowNanos()));
    }

    /** Whether it is the first of a request that is asked for. */
    private boolean isFirst(Attempt attempt) {
        return attempt.attemptNumber == 1 && selection.includes(attempt.request, attempt.startedAtNanos, traces.size());
    }

    @Override
    public void turnedAway(Attempt attempt, Component node) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.begin(Span.Kind.NODE, node.id, nowNanos());
            known.end(Span.Kind.NODE, nowNanos(), attempt.outcome);
        }
    }

    @Override
    public void waits(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.endWork(nowNanos());
            known.begin(Span.Kind.WAIT, attempt.top().node().id, nowNanos());
        }
    }

    @Override
    public void limited(Attempt attempt, LimitExplainer limit, boolean turnsAway, long waitNanos) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            String node = attempt.top().node().id;
            known.trace.add(new LimitAnswer(
                    node,
                    run().titles.of(node),
                    nowNanos(),
                    limit.title(),
                    limit.whose(attempt),
                    turnsAway ? LimitAnswer.Held.TURNED_AWAY : LimitAnswer.Held.WAITS,
                    limit.status(),
                    waitNanos));
        }
    }

    @Override
    public void queued(Attempt attempt, int place) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.trace.add(new QueuePlace(attempt.top().node().id, nowNanos(), place));
        }
    }

    @Override
    public void started(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.end(Span.Kind.WAIT, nowNanos(), null);
            known.begin(Span.Kind.SERVICE, attempt.top().node().id, nowNanos());
        }
    }

    @Override
    public void left(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.endWork(nowNanos());
            known.end(Span.Kind.TARGET, nowNanos(), attempt.outcome);
            known.end(Span.Kind.NODE, nowNanos(), attempt.outcome);
        }
    }

    @Override
    public void departed(Attempt attempt, Component from, Component to) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.endWork(nowNanos());
            known.begin(attempt.replying ? Span.Kind.REPLY : Span.Kind.LINK, from.id + " → " + to.id, nowNanos());
        }
    }

    @Override
    public void arrived(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.end(attempt.replying ? Span.Kind.REPLY : Span.Kind.LINK, nowNanos(), null);
            if (attempt.abandoned && attempt.replying && attempt.isAtClient()) {
                over(attempt, known);
            }
        }
    }

    @Override
    public void dropped(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.end(Span.Kind.TARGET, nowNanos(), null);
            known.end(Span.Kind.NODE, nowNanos(), null);
        }
    }

    @Override
    public void lost(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.lose(nowNanos());
            if (attempt.abandoned) {
                over(attempt, known);
            }
        }
    }

    @Override
    public void retrying(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.trace.backOff(nowNanos());
        }
    }

    @Override
    public void ended(Attempt attempt, Outcome outcome) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.trace.end(nowNanos(), outcome);
        }
    }

    @Override
    public void concluded(Attempt attempt, @Nullable Outcome outcome) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.conclude(nowNanos(), outcome);
            if (!attempt.abandoned || attempt.lost) {
                over(attempt, known);
            }
        }
    }

    @Override
    public void giving(Attempt attempt, Component target) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.endWork(nowNanos());
            known.begin(Span.Kind.TARGET, target.id, nowNanos());
        }
    }

    @Override
    public void given(Attempt attempt, Outcome outcome) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.end(Span.Kind.TARGET, nowNanos(), outcome);
        }
    }

    @Override
    public void parted(Attempt whole, Attempt part) {
        AttemptTraceBuilder known = of(whole);
        if (known != null) {
            known.endWork(nowNanos());
            attempts.put(part.slot, known.part(part.number));
        }
    }

    @Override
    public void called(Attempt request, Attempt call, Component target) {
        AttemptTraceBuilder known = of(request);
        if (known != null) {
            known.endWork(nowNanos());
            attempts.put(call.slot, known.call(call.number, target.id, nowNanos()));
        }
    }

    @Override
    public void callEnded(Attempt call, @Nullable Outcome outcome) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.conclude(nowNanos(), outcome);
        }
    }

    @Override
    public void callTurnedAway(Attempt request, Component target) {
        AttemptTraceBuilder known = of(request);
        if (known != null) {
            known.endWork(nowNanos());
            known.begin(Span.Kind.CALL, target.id, nowNanos());
            known.end(Span.Kind.CALL, nowNanos(), Outcome.REJECTED);
            String node = request.top().node().id;
            known.trace.add(new LimitAnswer(
                    node,
                    run().titles.of(node),
                    nowNanos(),
                    run().titles.of(target.id),
                    "",
                    LimitAnswer.Held.BREAKER_OPEN,
                    0,
                    0));
        }
    }

    @Override
    public void ended(Attempt part) {
        AttemptTraceBuilder known = of(part);
        if (known != null) {
            over(part, known);
        }
    }

    /** The attempt has ended. */
    private void over(Attempt attempt, AttemptTraceBuilder known) {
        attempts.remove(attempt.slot);
        known.endAll(nowNanos());
        known.trace.returned();
        if (known.trace.isOver()) {
            unfinished--;
        }
    }

    @Override
    public void picking(Attempt attempt, PickExplainer explainer) {
        AttemptTraceBuilder known = of(attempt);
        if (why && known != null) {
            known.trace.add(explainer.byAlgorithm(attempt));
        }
    }

    @Override
    public void stuck(Attempt attempt, PickExplainer explainer, int target) {
        AttemptTraceBuilder known = of(attempt);
        if (why && known != null) {
            known.trace.add(explainer.byStickiness(attempt, target));
        }
    }

    @Override
    public void again(Attempt attempt, PickExplainer explainer, int target) {
        AttemptTraceBuilder known = of(attempt);
        if (why && known != null) {
            known.trace.add(explainer.byRepetition(attempt, target));
        }
    }

    @Override
    public void pinned(Attempt attempt, PickExplainer explainer, int target, long opener) {
        AttemptTraceBuilder known = of(attempt);
        if (why && known != null) {
            known.trace.add(explainer.byConnection(attempt, target, opener));
        }
    }

    @Override
    public void withoutPool(Attempt attempt, Pick pick) {
        AttemptTraceBuilder known = of(attempt);
        if (why && known != null) {
            known.trace.add(pick);
        }
    }
}
