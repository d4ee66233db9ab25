package roundhouse.simulation.balancing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.ProcessorComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.targets.HealthMonitor;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.parts.Health;

/** What a load balancer knows of its targets: its links in their groups, and the checks of their health. */
abstract class BalancerTargets extends ProcessorComponent implements HealthMonitor.Listener {
    final TargetGroups groups;
    /** It has the targets it began with: who comes now is new. */
    private boolean started;

    private Health health;
    /** Null while the rules neither ask for checks nor eject. */
    private @Nullable HealthMonitor monitor;

    BalancerTargets(RunContext context, LoadBalancer spec) {
        super(context, spec, spec.cores());
        groups = new TargetGroups(context, spec);
        health = spec.health();
        monitor();
    }

    /** Checks by these rules from now on, all links anew if they are others than before. */
    final void checkBy(Health rules) {
        if (!health.equals(rules)) {
            health = rules;
            monitor();
        }
    }

    private void monitor() {
        if (monitor != null) {
            monitor.end();
        }
        boolean unasked = health.active() == null && health.ejection() == null;
        monitor = unasked ? null : new HealthMonitor(context, this, this, health, groups.links());
    }

    /** A check has come back. */
    final void checkReplied(Attempt check) {
        if (monitor != null && !check.abandoned) {
            monitor.replied(check);
        }
        context.attempts.release(check);
    }

    /** What it does about what is under way when checks mark a target. */
    static MarkedActions actions(LoadBalancer spec) {
        Health.Active active = spec.health().active();
        return active == null ? MarkedActions.NONE : active.marked();
    }

    /** Forgets what checks found out. */
    final void forgetChecks() {
        if (monitor != null) {
            monitor.forget();
        }
    }

    @Override
    public void retire() {
        super.retire();
        if (monitor != null) {
            monitor.end();
        }
    }

    @Override
    public void start() {
        started = true;
        groups.begin();
    }

    @Override
    protected void attach(LinkComponent link) {
        groups.add(link);
        if (started) {
            groups.startSlowly(link);
        }
        if (monitor != null) {
            monitor.add(link);
        }
    }

    @Override
    protected void detach(LinkComponent link) {
        groups.remove(link);
        if (monitor != null) {
            monitor.remove(link);
        }
    }

    @Override
    protected void changed(LinkComponent link) {
        boolean moved = groups.update(link);
        if (moved && monitor != null && !monitor.isUp(link)) {
            groups.checked(link, false);
        }
    }

    @Override
    public boolean picks() {
        return true;
    }

    @Override
    public boolean judgesTargets() {
        return !health.equals(Health.NONE)
                || groups.links().stream().anyMatch(link -> link.link().passive(null) != null);
    }

    @Override
    public byte targetState(LinkComponent link) {
        return groups.view(link);
    }

    @Override
    public long targetSinceNanos(LinkComponent link) {
        return groups.viewedSinceNanos(link);
    }

    @Override
    public void addKeyedPools(List<KeyedPool> pools) {
        groups.addKeyedPools(pools);
    }

    @Override
    public void regionsChanged() {
        groups.regionsChanged();
    }

    @Override
    public void checked(LinkComponent target, boolean up) {
        groups.checked(target, up);
    }

    @Override
    public void ejectionInterval() {
        groups.ejectionInterval();
    }
}
