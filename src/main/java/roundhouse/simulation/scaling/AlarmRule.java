package roundhouse.simulation.scaling;

import java.util.List;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.topology.nodes.groups.Autoscaling;
import roundhouse.topology.nodes.groups.ScalingTarget;

/**
 * What AWS's policies have in common: they act when an alarm has gone off, which takes some periods in a row, and go on as long as it
 * does; servers that are warming up count for what is to come, but not for what is measured; after a change a group does not shrink for
 * a while. By the EC2 Auto Scaling documents (as-scaling-simple-step, PolicyConfiguration).
 */
abstract class AlarmRule implements SizeRule {
    private final int outAfter;
    private final int inAfter;
    private final long cooldownNanos;
    private final MeanOfServers mean;
    private int least;
    private int most;
    private int above;
    private int below;
    private long changedNanos = Long.MIN_VALUE;

    AlarmRule(Autoscaling scaling, ScalingTarget target, double request) {
        outAfter = scaling.outAfter();
        inAfter = scaling.inAfter();
        cooldownNanos = DurationSampler.nanos(scaling.cooldown());
        mean = new MeanOfServers(target, request);
        least = scaling.min();
        most = scaling.max();
    }

    /** Whether the metric calls for more, 1, or for fewer, -1, or for neither. */
    abstract int call(double measured);

    /**
     * The size that it calls for.
     *
     * @param warm servers that are measured
     */
    abstract int size(int current, int warm, double measured);

    @Override
    public void bounds(int fewest, int largest) {
        least = fewest;
        most = largest;
    }

    @Override
    public Recommendation decide(int current, List<GroupServer> servers, long nowNanos) {
        double measured = mean.of(servers, nowNanos);
        int call = Double.isNaN(measured) ? 0 : call(measured);
        above = call > 0 ? above + 1 : 0;
        below = call < 0 ? below + 1 : 0;
        int wanted = current;
        String held = "";
        int warm = (int) servers.stream().filter(server -> server.ready).count();
        if (above >= outAfter) {
            wanted = Math.max(current, size(current, warm, measured));
        } else if (below >= inAfter) {
            boolean cools = changedNanos != Long.MIN_VALUE && nowNanos - changedNanos < cooldownNanos;
            held = cools ? "it would shrink, and cools down" : warm < current ? "it would shrink, and some start" : "";
            wanted = held.isEmpty() ? Math.min(current, size(current, warm, measured)) : current;
        }
        int size = Math.clamp(wanted, least, most);
        if (size != current) {
            changedNanos = nowNanos;
        }
        return new Recommendation(size, measured, size == wanted ? held : wanted + " would be needed");
    }
}
