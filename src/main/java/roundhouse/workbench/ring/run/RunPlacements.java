package roundhouse.workbench.ring.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.ring.model.RunPlacement;

/** The pools that are routed by key, as the newest picture of the run has them. */
public final class RunPlacements {
    private List<KeyedPool> pools = List.of();
    private Topology topology = Topology.EMPTY;
    private @Nullable KeyedPool asked;
    private @Nullable RunPlacement answer;

    public void take(Frame frame) {
        if (!frame.topology.equals(topology)) {
            asked = null;
        }
        pools = frame.keyedPools;
        topology = frame.topology;
    }

    /** That pool, or null when the run has none; the same object as long as nothing about it changed. */
    @Nullable
    public RunPlacement of(String balancer, String pool) {
        for (KeyedPool each : pools) {
            if (each.balancer().equals(balancer) && each.pool().equals(pool)) {
                if (!each.equals(asked)) {
                    asked = each;
                    answer = RunPlacement.of(each, topology);
                }
                return answer;
            }
        }
        return null;
    }
}
