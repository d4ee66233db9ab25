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

    private static long now(Attempt call) {
        return call.top().node().engine.kernel.now();
    }

    /** What is known of the call, or null when it was not asked for. */
    private @Nullable AttemptTraceBuilder of(Attempt call) {
        AttemptTraceBuilder known = tries.get(call.slot);
        return known != null && known.number == call.number ? known : null;
    }

    @Override
    void entered(Attempt call) {
        NodeComponent node = call.top().node();
        if (node instanceof ClientsComponent) {
            begin(call);
            return;
        }
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.begin(Span.Kind.NODE, node.id, now(call));
            known.begin(Span.Kind.WAIT, node.id, now(call));
        }
    }

    private void begin(Attempt call) {
        TraceBuilder trace = traces.get(call.request);
        if (trace == null) {
            if (call.attempt > 1 || !wanted.includes(call.request, call.startedAt, traces.size())) {
                return;
            }
            trace = new TraceBuilder(call);
            traces.put(call.request, trace);
            unfinished++;
        }
        tries.put(call.slot, trace.begin(call, now(call)));
    }

    @Override
    void turnedAway(Attempt call, NodeComponent node) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.begin(Span.Kind.NODE, node.id, now(call));
            known.end(Span.Kind.NODE, now(call), call.outcome);
        }
    }

    @Override
    void waits(Attempt call) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.begin(Span.Kind.WAIT, call.top().node().id, now(call));
        }
    }

    @Override
    void started(Attempt call) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.end(Span.Kind.WAIT, now(call), null);
            known.begin(Span.Kind.SERVICE, call.top().node().id, now(call));
        }
    }

    @Override
    void left(Attempt call) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.endWork(now(call));
            known.end(Span.Kind.TARGET, now(call), call.outcome);
            known.end(Span.Kind.NODE, now(call), call.outcome);
        }
    }

    @Override
    void departed(Attempt call, LinkComponent link) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.endWork(now(call));
            if (call.replying) {
                known.begin(Span.Kind.REPLY, link.to.id + " → " + link.from.id, now(call));
            } else {
                known.begin(Span.Kind.LINK, link.from.id + " → " + link.to.id, now(call));
            }
        }
    }

    @Override
    void arrived(Attempt call) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.end(call.replying ? Span.Kind.REPLY : Span.Kind.LINK, now(call), null);
            if (call.abandoned && call.replying && call.top().node() instanceof ClientsComponent) {
                over(call, known);
            }
        }
    }

    @Override
    void dropped(Attempt call) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.end(Span.Kind.TARGET, now(call), null);
            known.end(Span.Kind.NODE, now(call), null);
        }
    }

    @Override
    void lost(Attempt call) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.lose(now(call));
            if (call.abandoned) {
                over(call, known);
            }
        }
    }

    @Override
    void retrying(Attempt call) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.trace.backOff(now(call));
        }
    }

    @Override
    void ended(Attempt call, Outcome outcome) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.trace.end(now(call), outcome);
        }
    }

    @Override
    void concluded(Attempt call, @Nullable Outcome outcome) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.conclude(now(call), outcome);
            if (!call.abandoned || call.lost) {
                over(call, known);
            }
        }
    }

    @Override
    void giving(Attempt call, LinkComponent link) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.endWork(now(call));
            known.begin(Span.Kind.TARGET, link.to.id, now(call));
        }
    }

    @Override
    void given(Attempt call, Outcome outcome) {
        AttemptTraceBuilder known = of(call);
        if (known != null) {
            known.end(Span.Kind.TARGET, now(call), outcome);
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

    /** Nothing more will come of the call. */
    private void over(Attempt call, AttemptTraceBuilder known) {
        tries.remove(call.slot);
        known.endAll(now(call));
        known.trace.returned();
        if (known.trace.isOver()) {
            unfinished--;
        }
    }

    @Override
    void picking(Attempt call, TargetGroup group) {
        AttemptTraceBuilder known = of(call);
        if (why && known != null) {
            Explanation explanation = group.explain(call);
            int target = explanation.picked();
            Pick.Ground ground = new Pick.Ground.Algorithm(explanation, unstuck(call, group), group.level(call));
            known.trace.add(pick(
                    call,
                    group,
                    ground,
                    target == Balancer.NONE ? "" : group.pool().name(target)));
        }
    }

    private static String unstuck(Attempt call, TargetGroup group) {
        Stickiness stickiness = group.stickiness();
        String client = stickiness == null ? "" : stickiness.client(call);
        if (stickiness == null || client.isEmpty()) {
            return "";
        }
        int target = stickiness.peek(call, group.pool());
        return target == Balancer.NONE
                ? client.substring(0, 1).toUpperCase(Locale.ROOT) + client.substring(1) + " sticks to nobody yet."
                : group.pool().name(target) + ", to which " + client + " sticks, cannot take it now.";
    }

    @Override
    void stuck(Attempt call, TargetGroup group, int target) {
        AttemptTraceBuilder known = of(call);
        Stickiness stickiness = group.stickiness();
        if (why && known != null && stickiness != null) {
            Pick.Ground ground = new Pick.Ground.Stickiness(stickiness.client(call));
            known.trace.add(pick(call, group, ground, group.pool().name(target)));
        }
    }

    @Override
    void pinned(Attempt call, LoadBalancerComponent balancer, TargetGroup group, int target, long first) {
        AttemptTraceBuilder known = of(call);
        if (why && known != null) {
            Pick.Ground ground = new Pick.Ground.Connection(first);
            known.trace.add(pick(call, group, ground, group.pool().name(target)));
        }
    }

    @Override
    void withoutPool(Attempt call, LoadBalancerComponent balancer) {
        AttemptTraceBuilder known = of(call);
        if (why && known != null) {
            known.trace.add(new Pick(balancer.id, now(call), "", rule(balancer, call), new Pick.Ground.NoPool(), ""));
        }
    }

    private Pick pick(Attempt call, TargetGroup group, Pick.Ground ground, String target) {
        NodeComponent node = call.top().node();
        String rule = node instanceof LoadBalancerComponent balancer ? rule(balancer, call) : "";
        return new Pick(node.id, now(call), group.algorithm(), rule, ground, target);
    }

    private static String rule(LoadBalancerComponent balancer, Attempt call) {
        Rule rule = balancer.groups().ruleFor(call);
        return rule == null ? "" : PickText.rule(rule);
    }
}
