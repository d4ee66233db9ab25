package roundhouse.simulation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Exclusion;
import roundhouse.routing.Pool;
import roundhouse.simulation.balancing.LoadBalancerComponent;
import roundhouse.simulation.clients.ClientsComponent;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.targets.TargetGroup;

/**
 * Sees that no balancer gives a request to a target that is out: marked down, removed, draining if its client does not stick to it, or
 * not in health while the pool does not panic. What goes over a connection made before is no pick.
 */
public final class PickWatch extends RunObserver {
    private final BitSet out = new BitSet();
    private @Nullable TargetGroup asked;
    private @Nullable Attempt pinned;
    private final Set<Attempt> waited = new HashSet<>();
    private long picks;
    private long inPanic;

    /** How many there were. */
    public long picks() {
        return picks;
    }

    /** How many of them went to a target that would have been out but for a panic. */
    public long inPanic() {
        return inPanic;
    }

    @Override
    public void picking(Attempt attempt, PickExplainer explainer) {
        if (explainer instanceof TargetGroup group) {
            look(group, true);
        }
    }

    /** Who waits for a target goes there even if it is out by then, unless the rules send it elsewhere. */
    @Override
    public void waits(Attempt attempt) {
        waited.add(attempt);
    }

    @Override
    public void parted(Attempt whole, Attempt part) {
        if (waited.remove(whole)) {
            waited.add(part);
        }
    }

    @Override
    public void stuck(Attempt attempt, PickExplainer explainer, int target) {
        look((TargetGroup) explainer, false);
    }

    /** Takes down who is out just before the choice, for the choice itself may end a trial of who had failed. */
    private void look(TargetGroup group, boolean anew) {
        asked = group;
        Pool pool = group.pool();
        out.clear();
        for (int target = 0; target < pool.size(); target++) {
            boolean never = pool.isDown(target) || pool.isRemoved(target) || (anew && pool.isDraining(target));
            out.set(target, never || (isUnwell(pool, target) && !pool.isPanicking(target)));
        }
    }

    private static boolean isUnwell(Pool pool, int target) {
        for (Exclusion reason : Exclusion.values()) {
            if (pool.isExcluded(target, reason)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void pinned(Attempt attempt, PickExplainer explainer, int target, long opener) {
        pinned = attempt;
    }

    @Override
    public void again(Attempt attempt, PickExplainer explainer, int target) {
        pinned = attempt;
    }

    @Override
    public void departed(Attempt attempt, Component from, Component to) {
        if (!(attempt.link instanceof LinkComponent link)
                || attempt.purpose != AttemptPurpose.REQUEST
                || attempt.replying) {
            return;
        }
        if (link.from instanceof ClientsComponent) {
            assertThat(link.addressElsewhere())
                    .as("%s is sent requests though the other balancer has the address", link.to.id)
                    .isFalse();
        } else if (pinned != null && (attempt == pinned || attempt.whole == pinned)) {
            pinned = null;
            waited.remove(attempt);
        } else if (waited.remove(attempt)) {
            return;
        } else if (link.from instanceof LoadBalancerComponent && asked != null) {
            int target = asked.indexOf(link);
            assertThat(target < 0 || out.get(target))
                    .as("%s gives %s a request though it is out", link.from.id, link.to.id)
                    .isFalse();
            picks++;
            inPanic += isUnwell(asked.pool(), target) && asked.pool().isPanicking(target) ? 1 : 0;
        }
    }
}
