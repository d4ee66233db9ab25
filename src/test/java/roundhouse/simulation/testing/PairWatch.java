package roundhouse.simulation.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.balancing.LoadBalancerComponent;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.faults.LinkFaults;
import roundhouse.simulation.faults.LinkState;
import roundhouse.topology.nodes.parts.Heartbeat;

/**
 * Sees that of a pair at most one balancer is active, unless something is wrong with their heartbeat or one of them was paused, or was
 * a moment ago. One that takes over is heard of after the heartbeat's latency, so long both are active.
 */
public final class PairWatch extends RunObserver {
    private static final long NEVER = Long.MAX_VALUE;
    /** The longest latency of a heartbeat in random systems. */
    private static final long OVERLAP = SECOND / 500;

    private @Nullable LinkComponent heartbeat;
    private long disturbedNanos = -3_600 * SECOND;
    private long bothSinceNanos = NEVER;
    private long splits;

    @Override
    public void departed(Attempt attempt, Component from, Component to) {
        if (attempt.purpose == AttemptPurpose.HEARTBEAT && attempt.link instanceof LinkComponent link) {
            heartbeat = link;
        }
    }

    /** How often both became active. */
    public long splits() {
        return splits;
    }

    /** Looks after each event. */
    void look(long nowNanos) {
        if (heartbeat == null
                || !(heartbeat.from instanceof LoadBalancerComponent first)
                || !(heartbeat.to instanceof LoadBalancerComponent second)) {
            return;
        }
        LinkFaults faults = heartbeat.faults();
        if ((faults != null && faults.shown() != LinkState.SOUND) || first.isPaused() || second.isPaused()) {
            disturbedNanos = nowNanos;
        }
        if (!isActive(first) || !isActive(second)) {
            bothSinceNanos = NEVER;
            return;
        }
        splits += bothSinceNanos == NEVER ? 1 : 0;
        bothSinceNanos = Math.min(bothSinceNanos, nowNanos);
        assertThat(nowNanos - Math.max(bothSinceNanos, disturbedNanos + graceNanos(heartbeat)))
                .as("%s and %s are both active, and nothing is wrong with their heartbeat", first.id, second.id)
                .isLessThanOrEqualTo(OVERLAP);
    }

    private static boolean isActive(LoadBalancerComponent balancer) {
        return balancer.role() == PairRole.ACTIVE;
    }

    /** By then what was sent before all was well has come, a takeover that was due has happened, and each has heard of the other. */
    private static long graceNanos(LinkComponent link) {
        Heartbeat rule = link.link().heartbeat();
        long interval = rule == null ? 0 : DurationSampler.nanos(rule.interval());
        int misses = rule == null ? 0 : rule.misses();
        return RandomFaults.LONGEST_DELAY + (misses + 3) * interval;
    }

    /** Exactly one is active, if there is a pair. */
    public void checkOneActive() {
        if (heartbeat != null
                && heartbeat.from instanceof LoadBalancerComponent first
                && heartbeat.to instanceof LoadBalancerComponent second) {
            assertThat(isActive(first))
                    .as("%s is active, and %s is not, or the other way round", first.id, second.id)
                    .isNotEqualTo(isActive(second));
        }
    }
}
