package roundhouse.simulation.balancing;

import java.util.Objects;
import roundhouse.health.Vrrp;
import roundhouse.health.VrrpTimers;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.VrrpSettings;

/**
 * One load balancer's part in a {@link VrrpPair}: runs its state machine by the run's clock. While it is down it neither sends
 * nor receives heartbeats, and it returns as the standby. After a pause it is still active if it was active before.
 */
final class VrrpPeer implements PairedNode {
    private static final long MICRO = 1_000;
    private static final long UNARMED = Long.MAX_VALUE;

    private final RunContext context;
    private final VrrpPair pair;
    private final LoadBalancerComponent node;
    private final long address;
    private final CallbackHandler alarm;
    private VrrpSettings failover;
    private Vrrp vrrp;
    /** When the other one was heard last, nanoseconds. */
    private long lastHeardNanos;
    /** When it last began: with the run, or when it was back after it was down. */
    private long begunNanos;
    /** When the alarm goes off next; it is not moved when the state machine's timer is, and does nothing when it goes off too early. */
    private long armedNanos = UNARMED;

    /**
     * @param address its own, unlike the other's
     */
    VrrpPeer(RunContext context, VrrpPair pair, LoadBalancerComponent node, Link heartbeat, long address) {
        this.context = context;
        this.pair = pair;
        this.node = node;
        this.address = address;
        alarm = new CallbackHandler(context.kernel, node.id + " heartbeat", _ -> timerDue());
        failover = ((LoadBalancer) node.node()).failover();
        vrrp = machine(heartbeat);
        lastHeardNanos = context.kernel.nowNanos();
        begunNanos = lastHeardNanos;
    }

    private Vrrp machine(Link link) {
        Heartbeat heartbeat = Objects.requireNonNull(link.heartbeat());
        VrrpTimers timers = new VrrpTimers(
                heartbeat.vrrp(), heartbeat.interval().toNanos() / MICRO, failover.priority(), heartbeat.misses());
        return new Vrrp(timers, failover.preempt(), address);
    }

    /** The heartbeat or the balancer's part may be another one now; it stays what it is, active or not. */
    void configure(Link heartbeat) {
        VrrpSettings wanted = ((LoadBalancer) node.node()).failover();
        VrrpSettings before = failover;
        failover = wanted;
        Vrrp next = machine(heartbeat);
        if (!next.timers().equals(vrrp.timers()) || !wanted.equals(before)) {
            Vrrp.State was = vrrp.state();
            vrrp = next;
            if (was != Vrrp.State.STOPPED) {
                start(was == Vrrp.State.ACTIVE);
            }
        }
    }

    /** Begins, unless the balancer is down: then it begins as the standby when it is back. */
    void start(boolean active) {
        node.joins(this);
        if (node.isDown()) {
            return;
        }
        if (active) {
            vrrp.startActive(micros());
            arm();
        } else {
            act(vrrp.start(micros()));
        }
    }

    void leave() {
        vrrp.stop();
        node.joins(null);
    }

    LoadBalancerComponent node() {
        return node;
    }

    int priority() {
        return failover.priority();
    }

    boolean preempts() {
        return failover.preempt();
    }

    VrrpTimers timers() {
        return vrrp.timers();
    }

    /** From one of its heartbeats to the next, nanoseconds. */
    long intervalNanos() {
        return vrrp.timers().advertMicros() * MICRO;
    }

    @Override
    public boolean isActive() {
        return vrrp.state() == Vrrp.State.ACTIVE && !node.isDown() && !node.isPaused();
    }

    @Override
    public void conditionChanged() {
        if (node.isDown()) {
            if (vrrp.state() != Vrrp.State.STOPPED) {
                pair.crashed(this);
            }
            vrrp.stop();
        } else if (!node.isPaused() && vrrp.state() == Vrrp.State.STOPPED) {
            begunNanos = context.kernel.nowNanos();
            start(false);
        } else if (!node.isPaused()) {
            arm();
        }
        pair.rolesChanged();
    }

    @Override
    public void heard(long priority) {
        if (!node.isDown() && !node.isPaused()) {
            boolean first = !hasHeard();
            lastHeardNanos = context.kernel.nowNanos();
            if (first && vrrp.state() == Vrrp.State.STANDBY) {
                pair.returned(this);
            }
            act(vrrp.heard((int) priority, 3 - address, micros()));
        }
    }

    /** How long the other one has been silent, nanoseconds. */
    long silenceNanos() {
        return context.kernel.nowNanos() - lastHeardNanos;
    }

    /** Whether it has heard the other one since it began; at the beginning of a run it has. */
    boolean hasHeard() {
        return lastHeardNanos >= begunNanos;
    }

    /** Whether it began at this very moment, having been down before. */
    boolean hasJustBegun() {
        return age() == 0 && !hasHeard();
    }

    /** How long ago it began, nanoseconds. */
    long age() {
        return context.kernel.nowNanos() - begunNanos;
    }

    private void timerDue() {
        if (context.kernel.nowNanos() != armedNanos) {
            return;
        }
        armedNanos = UNARMED;
        if (node.isPaused()) {
            return;
        }
        if (vrrp.state() != Vrrp.State.STOPPED && micros() >= vrrp.timerMicros()) {
            act(vrrp.timerFired(micros()));
        } else {
            arm();
        }
    }

    private void act(Vrrp.Action action) {
        switch (action) {
            case NOTHING, RESIGN -> {}
            case ADVERTISE -> pair.advertise(this);
            case TAKE_OVER -> {
                pair.tookOver(this);
                pair.advertise(this);
            }
            case STEP_DOWN -> pair.steppedDown(this);
        }
        arm();
    }

    private void arm() {
        long timer = vrrp.timerMicros();
        if (timer != Vrrp.NEVER && timer * MICRO < armedNanos) {
            armedNanos = Math.max(timer * MICRO, context.kernel.nowNanos());
            context.kernel.schedule(armedNanos - context.kernel.nowNanos(), alarm, 0);
        }
    }

    /** Rounded up, so that an alarm set for a whole microsecond is never early. */
    private long micros() {
        return Math.ceilDiv(context.kernel.nowNanos(), MICRO);
    }
}
