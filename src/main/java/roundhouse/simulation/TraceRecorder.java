package roundhouse.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.topology.nodes.Rule;

/** Writes down the lives of the requests that are asked for. */
final class TraceRecorder extends RunObserver {
    private final Tracer.Wanted wanted;
    private final boolean why;
    private final Map<Long, TraceBuilder> traces = new LinkedHashMap<>();
    private final Map<Integer, AttemptTraceBuilder> tries = new HashMap<>();
    private int unfinished;

    /** @param why whether to have picks explained */
    TraceRecorder(Tracer.Wanted wanted, boolean why) {
        this.wanted = wanted;
        this.why = why;
    }

    /** Requests written down so far. */
    int begun() {
        return traces.size();
    }

    /** Those of them of which more will come. */
    int unfinished() {
        return unfinished;
    }

    List<Trace> traces() {
        return traces.values().stream().map(TraceBuilder::toTrace).toList();
    }

    private static long now(Attempt attempt) {
        return attempt.top().node().engine.kernel.now();
    }

    /** What is known of the attempt, or null when it was not asked for. */
    private @Nullable AttemptTraceBuilder of(Attempt attempt) {
        AttemptTraceBuilder known = tries.get(attempt.slot);
        return known != null && known.number == attempt.number ? known : null;
    }

    @Override
    void entered(Attempt attempt) {
        NodeComponent node = attempt.top().node();
        if (node instanceof ClientsComponent) {
            begin(attempt);
            return;
        }
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.begin(Span.Kind.NODE, node.id, now(attempt));
            known.begin(Span.Kind.WAIT, node.id, now(attempt));
        }
    }

    private void begin(Attempt attempt) {
        TraceBuilder trace = traces.get(attempt.request);
        if (trace == null) {
            if (attempt.tryNumber > 1 || !wanted.includes(attempt.request, attempt.startedAt, traces.size())) {
                return;
            }
            trace = new TraceBuilder(attempt);
            traces.put(attempt.request, trace);
            unfinished++;
        }
        tries.put(attempt.slot, trace.begin(attempt, now(attempt)));
    }

    @Override
    void turnedAway(Attempt attempt, NodeComponent node) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.begin(Span.Kind.NODE, node.id, now(attempt));
            known.end(Span.Kind.NODE, now(attempt), attempt.outcome);
        }
    }

    @Override
    void waits(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.begin(Span.Kind.WAIT, attempt.top().node().id, now(attempt));
        }
    }

    @Override
    void started(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.end(Span.Kind.WAIT, now(attempt), null);
            known.begin(Span.Kind.SERVICE, attempt.top().node().id, now(attempt));
        }
    }

    @Override
    void left(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.endWork(now(attempt));
            known.end(Span.Kind.TARGET, now(attempt), attempt.outcome);
            known.end(Span.Kind.NODE, now(attempt), attempt.outcome);
        }
    }

    @Override
    void departed(Attempt attempt, LinkComponent link) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.endWork(now(attempt));
            if (attempt.replying) {
                known.begin(Span.Kind.REPLY, link.to.id + " → " + link.from.id, now(attempt));
            } else {
                known.begin(Span.Kind.LINK, link.from.id + " → " + link.to.id, now(attempt));
            }
        }
    }

    @Override
    void arrived(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.end(attempt.replying ? Span.Kind.REPLY : Span.Kind.LINK, now(attempt), null);
            if (attempt.abandoned && attempt.replying && attempt.top().node() instanceof ClientsComponent) {
                over(attempt, known);
            }
        }
    }

    @Override
    void dropped(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.end(Span.Kind.TARGET, now(attempt), null);
            known.end(Span.Kind.NODE, now(attempt), null);
        }
    }

    @Override
    void lost(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.lose(now(attempt));
            if (attempt.abandoned) {
                over(attempt, known);
            }
        }
    }

    @Override
    void retrying(Attempt attempt) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.trace.backOff(now(attempt));
        }
    }

    @Override
    void ended(Attempt attempt, Outcome outcome) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.trace.end(now(attempt), outcome);
        }
    }

    @Override
    void concluded(Attempt attempt, @Nullable Outcome outcome) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.conclude(now(attempt), outcome);
            if (!attempt.abandoned || attempt.lost) {
                over(attempt, known);
            }
        }
    }

    @Override
    void giving(Attempt attempt, LinkComponent link) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.endWork(now(attempt));
            known.begin(Span.Kind.TARGET, link.to.id, now(attempt));
        }
    }

    @Override
    void given(Attempt attempt, Outcome outcome) {
        AttemptTraceBuilder known = of(attempt);
        if (known != null) {
            known.end(Span.Kind.TARGET, now(attempt), outcome);
        }
    }

    @Override
    void parted(Attempt whole, Attempt part) {
        AttemptTraceBuilder known = of(whole);
        if (known != null) {
            tries.put(part.slot, known.part(part.number));
        }
    }

    @Override
    void ended(Attempt part) {
        AttemptTraceBuilder known = of(part);
        if (known != null) {
            over(part, known);
        }
    }

    /** Nothing more will come of the attempt. */
    private void over(Attempt attempt, AttemptTraceBuilder known) {
        tries.remove(attempt.slot);
        known.endAll(now(attempt));
        known.trace.returned();
        if (known.trace.isOver()) {
            unfinished--;
        }
    }

    @Override
    void picking(Attempt attempt, TargetGroup group) {
        AttemptTraceBuilder known = of(attempt);
        if (why && known != null) {
            Explanation explanation = group.explain(attempt);
            int target = explanation.picked();
            Pick.Ground ground = new Pick.Ground.Algorithm(explanation, unstuck(attempt, group), group.level(attempt));
            known.trace.add(pick(
                    attempt,
                    group,
                    ground,
                    target == Balancer.NONE ? "" : group.pool().name(target)));
        }
    }

    private static String unstuck(Attempt attempt, TargetGroup group) {
        Stickiness stickiness = group.stickiness();
        String client = stickiness == null ? "" : stickiness.client(attempt);
        if (stickiness == null || client.isEmpty()) {
            return "";
        }
        int target = stickiness.peek(attempt, group.pool());
        return target == Balancer.NONE
                ? client.substring(0, 1).toUpperCase(Locale.ROOT) + client.substring(1) + " sticks to nobody yet."
                : group.pool().name(target) + ", to which " + client + " sticks, cannot take it now.";
    }

    @Override
    void stuck(Attempt attempt, TargetGroup group, int target) {
        AttemptTraceBuilder known = of(attempt);
        Stickiness stickiness = group.stickiness();
        if (why && known != null && stickiness != null) {
            Pick.Ground ground = new Pick.Ground.Stickiness(stickiness.client(attempt));
            known.trace.add(pick(attempt, group, ground, group.pool().name(target)));
        }
    }

    @Override
    void pinned(Attempt attempt, LoadBalancerComponent balancer, TargetGroup group, int target, long first) {
        AttemptTraceBuilder known = of(attempt);
        if (why && known != null) {
            Pick.Ground ground = new Pick.Ground.Connection(first);
            known.trace.add(pick(attempt, group, ground, group.pool().name(target)));
        }
    }

    @Override
    void withoutPool(Attempt attempt, LoadBalancerComponent balancer) {
        AttemptTraceBuilder known = of(attempt);
        if (why && known != null) {
            known.trace.add(new Pick(balancer.id, now(attempt), "", rule(balancer, attempt), new Pick.Ground.NoPool(), ""));
        }
    }

    private Pick pick(Attempt attempt, TargetGroup group, Pick.Ground ground, String target) {
        NodeComponent node = attempt.top().node();
        String rule = node instanceof LoadBalancerComponent balancer ? rule(balancer, attempt) : "";
        return new Pick(node.id, now(attempt), group.algorithm(), rule, ground, target);
    }

    private static String rule(LoadBalancerComponent balancer, Attempt attempt) {
        Rule rule = balancer.groups().ruleFor(attempt);
        return rule == null ? "" : PickText.rule(rule);
    }
}
