package roundhouse.simulation.scaling;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.EventHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.nodes.groups.Autoscaling;
import roundhouse.topology.nodes.groups.ScalingMetric;
import roundhouse.topology.nodes.groups.ScalingTarget;
import roundhouse.topology.nodes.groups.ScheduledSize;

/** Decides in regular intervals how many servers a group is to have, and at the times of a schedule between which bounds. */
final class SizeControl extends EventHandler {
    private static final int DECIDE = -1;
    private static final int MARK = -2;

    private final RunContext context;
    private final GroupControl control;
    private @Nullable Autoscaling scaling;
    private double request;
    private @Nullable SizeRule rule;
    private final ScalingWatch watch;

    SizeControl(RunContext context, GroupControl control, String group) {
        super(context.kernel, group + " scaling");
        this.context = context;
        this.control = control;
        watch = new ScalingWatch(context, control);
    }

    /** The group's settings are these from now on; nothing happens when they say the same of scaling. */
    void become(ServerGroup group) {
        Autoscaling next = group.scaling();
        double needs = next == null || next.request() == null ? group.server().cores() : next.request();
        if (Objects.equals(next, scaling) && needs == request) {
            return;
        }
        boolean begins = scaling == null && context.kernel.nowNanos() == 0;
        retire();
        scaling = next;
        request = needs;
        if (next == null) {
            return;
        }
        if (next.target() != null) {
            rule = rule(next, next.target());
            startMeasuring(next);
        }
        schedule(next, begins);
    }

    private SizeRule rule(Autoscaling next, ScalingTarget target) {
        return switch (next.policy()) {
            case HPA -> new KubernetesRule(next, target, request);
            case TARGET_TRACKING -> new TrackingRule(next, target, request);
            case STEP -> new StepRule(next, target, request);
        };
    }

    private void startMeasuring(Autoscaling by) {
        long everyNanos = DurationSampler.nanos(by.every());
        context.kernel.schedule(everyNanos, this, DECIDE);
        context.kernel.schedule(everyNanos - DurationSampler.nanos(by.window()), this, MARK);
    }

    private void schedule(Autoscaling by, boolean begins) {
        long nowNanos = context.kernel.nowNanos();
        for (int i = 0; i < by.schedule().size(); i++) {
            long atNanos = DurationSampler.nanos(by.schedule().get(i).at());
            if (atNanos > nowNanos || (begins && atNanos == nowNanos)) {
                context.kernel.schedule(atNanos - nowNanos, this, i);
            } else if (rule != null) {
                rule.bounds(by.schedule().get(i).min(), by.schedule().get(i).max());
            }
        }
    }

    void retire() {
        context.kernel.cancel(this);
        rule = null;
        scaling = null;
    }

    @Override
    protected void fire(int what) {
        if (scaling == null) {
            return;
        }
        if (what == MARK) {
            long nowNanos = context.kernel.nowNanos();
            control.wanted().forEach(server -> server.mark(nowNanos));
        } else if (what == DECIDE) {
            decide(scaling);
        } else {
            bring(scaling.schedule().get(what));
        }
    }

    private void decide(Autoscaling by) {
        SizeRule deciding = rule;
        ScalingTarget target = by.target();
        if (deciding == null || target == null) {
            return;
        }
        startMeasuring(by);
        List<GroupServer> servers = control.wanted();
        int current = servers.size();
        Recommendation recommended = deciding.decide(current, servers, context.kernel.nowNanos());
        watch.decided(target.amount(), target.metric() == ScalingMetric.UTILIZATION, request, recommended, servers);
        if (recommended.size() != current) {
            control.resize(
                    recommended.size(),
                    GroupWords.measured(target, recommended.measured())
                            + (recommended.held().isEmpty() ? "" : "; " + recommended.held()));
        }
    }

    private void bring(ScheduledSize scheduled) {
        if (rule != null) {
            rule.bounds(scheduled.min(), scheduled.max());
        }
        int current = control.wanted().size();
        int size = Math.clamp(current, scheduled.min(), scheduled.max());
        if (size != current) {
            control.resize(size, "its schedule says " + scheduled.min() + " to " + scheduled.max());
        }
    }
}
