package roundhouse.workbench.ring.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.ring.model.RunPlacement;

/** The pools that are routed by key, as the newest picture of the run has them. */
public final class RunPlacements {
    private List<KeyedPool> pools = List.of();
    private final Map<String, RunPlacement> known = new HashMap<>();
    private boolean played;

    public void take(Frame frame) {
        if (!frame.keyedPools.equals(pools)) {
            pools = frame.keyedPools;
            known.clear();
            pools.forEach(pool -> known.put(pool.balancer() + '/' + pool.pool(), RunPlacement.of(pool, frame)));
        }
        played = true;
    }

    /** Another document is opened: nothing of its run is known yet. */
    public void forget() {
        pools = List.of();
        known.clear();
        played = false;
    }

    /** Whether any picture of the run has come. */
    public boolean isPlayed() {
        return played;
    }

    /** By what keys of that store were placed, while the run streams them; null while it does not. */
    public @Nullable Placement streamedFrom(String store) {
        return pools.stream()
                .filter(each -> each.balancer().equals(store) && each.pool().equals(KeyedPool.OF_STORE))
                .findFirst()
                .map(KeyedPool::streamedFrom)
                .orElse(null);
    }

    /** That pool, or null when the run has none; equal as long as nothing about it changed. */
    @Nullable
    public RunPlacement of(String balancer, String pool) {
        return known.get(balancer + '/' + pool);
    }
}
