package roundhouse.simulation.balancing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.LimitCounts;
import roundhouse.simulation.components.LimitEvent;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.components.ZonePicks;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.guarding.Guard;
import roundhouse.simulation.guarding.TlsDoor;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Tls;

/**
 * Spreads requests over its links.
 *
 * <p>At layer 7 it picks for each request: rules choose the pool, then stickiness or the balancer the target, and a target's
 * requests in flight are requests. At layer 4 all links are one pool and it picks once for each connection: what is "in flight" at
 * a target are open connections, idle ones included, and least response time judges a connection by its first reply. Where clients
 * open a connection for each request the two agree.
 *
 * <p>No target gives a failed reply. Down, it refuses; what its cores worked on when it crashed gets failed replies at once, what it
 * had passed on gets them when the reply comes by (after another {@link CrashMode}, none at all), and it comes back with nothing
 * remembered. Paused, it keeps requests and replies until it goes on.
 */
public final class LoadBalancerComponent extends BalancerTargets
        implements Forwarding.Host, BalancerCache.Routes, Guard.Host {
    private final Picks picks;
    private LoadBalancer spec;
    private long costNanos;
    private final TlsDoor tls;
    /** Its part in a pair that shares an address, or null when it stands alone. */
    private @Nullable PairedNode peer;

    private final BalancerLimits limits;
    private final WaitingRoom waitingRoom;
    private final Forwarding forwarding;
    private final BalancerCache cache;

    public LoadBalancerComponent(RunContext context, LoadBalancer spec) {
        super(context, spec);
        this.spec = spec;
        picks = new Picks(context, id, groups);
        ConnectionPicks connections = new ConnectionPicks(context, picks);
        limits = new BalancerLimits(context, this, spec, this::requestTimedOut);
        forwarding = new Forwarding(context, this, spec, picks, connections, limits);
        waitingRoom = new WaitingRoom(context, this, forwarding, limits.counts(), groups, picks, connections);
        waitingRoom.become(spec);
        this.costNanos = DurationSampler.nanos(spec.cost());
        passingNanos = DurationSampler.nanos(spec.latency());
        tls = new TlsDoor(context, id, this::isPaused, this::begin);
        tls.become(spec.handshake(), spec.tls().handshakes());
        cache = new BalancerCache(context, this, this);
        cache.become(spec.cache());
        guardBy(spec.limits(), this);
        expect(costNanos);
    }

    @Override
    public int region() {
        return context.regions.of(spec.region());
    }

    @Override
    public void update(Node node) {
        LoadBalancer before = spec;
        spec = (LoadBalancer) node;
        forwarding.become(spec);
        costNanos = DurationSampler.nanos(spec.cost());
        passingNanos = DurationSampler.nanos(spec.latency());
        tls.become(spec.handshake(), spec.tls().handshakes());
        expect(costNanos);
        cores(spec.cores());
        List<Attempt> waiting = waitingRoom.isOtherFor(spec) ? waitingRoom.leave() : List.of();
        groups.update(spec);
        if (before.layer() != spec.layer()) {
            forget();
        }
        waitingRoom.become(spec);
        limits.become(spec);
        cache.become(spec.cache());
        guardBy(spec.limits(), this);
        checkBy(spec.health());
        waiting.forEach(isPaused() ? this::work : forwarding::give);
    }

    @Override
    public @Nullable ZonePicks zonePicks() {
        return forwarding.zonePicks();
    }

    @Override
    public String zoneMode() {
        return groups.zoneMode();
    }

    @Override
    public byte role() {
        if (peer == null) {
            return PairRole.ALONE;
        }
        return peer.isActive() ? PairRole.ACTIVE : PairRole.STANDBY;
    }

    @Override
    protected void receive(Attempt attempt) {
        CrashMode crash = crashed();
        if (crash != null) {
            meetCrash(attempt, crash);
            return;
        }
        if (attempt.connects) {
            turnAway(attempt, Outcome.OK);
            return;
        }
        if (metrics.inFlight.value() >= spec.atOnce() && attempt.purpose.counts()) {
            turnAway(attempt, Outcome.REJECTED);
            return;
        }
        boolean shakes = shakesHands(attempt);
        long roundTripNanos = shakes ? tls.roundTripNanos(attempt) : 0;
        enter(attempt);
        if (roundTripNanos > 0) {
            tls.hold(attempt, roundTripNanos);
        } else {
            begin(attempt);
        }
    }

    /** It is here, and no handshake keeps it away any more. */
    private void begin(Attempt attempt) {
        if (costNanos == 0 && cache.isInstant() && !costsTls(attempt) && !isPaused()) {
            forward(attempt);
        } else {
            work(attempt);
        }
    }

    @Override
    protected long demandNanos(Attempt attempt) {
        long nanos = costNanos + cache.lookupNanos(attempt);
        if (!costsTls(attempt)) {
            return nanos;
        }
        return nanos + tls.recordNanos(attempt) + (attempt.opened ? tls.nanos(attempt) : 0);
    }

    private boolean shakesHands(Attempt attempt) {
        return attempt.opened && endsTls(attempt);
    }

    private boolean endsTls(Attempt attempt) {
        return attempt.encrypted && spec.tls().mode() == Tls.Mode.TERMINATE;
    }

    private boolean costsTls(Attempt attempt) {
        return endsTls(attempt) && (attempt.opened || tls.encrypts());
    }

    @Override
    protected void done(Attempt attempt) {
        forward(attempt);
    }

    private void forward(Attempt attempt) {
        boolean errs = errs(attempt);
        if (errs || attempt.purpose == AttemptPurpose.CHECK) {
            answer(attempt, errs ? Outcome.FAILED : Outcome.OK);
            return;
        }
        if (spec.tls().mode() == Tls.Mode.TERMINATE) {
            attempt.encrypted = false;
        }
        if (!isHeldUp(attempt)) {
            letThrough(attempt);
        }
    }

    @Override
    public void letThrough(Attempt attempt) {
        if (!cache.takes(attempt)) {
            forwarding.give(attempt);
        }
    }

    @Override
    public void turnedAway(Attempt attempt) {
        limits.end(attempt);
        answer(attempt, Outcome.REJECTED);
    }

    /** The last thing done for a request: its time here is over, and perhaps that of its connection. */
    @Override
    public void conclude(Attempt attempt, Outcome outcome) {
        limits.end(attempt);
        groups.departed(attempt);
        if (!cache.concluded(attempt, outcome)) {
            answer(attempt, outcome);
        }
    }

    @Override
    public void sendFetch(Attempt fetch) {
        forwarding.give(fetch);
    }

    @Override
    public void respond(Attempt attempt, Outcome outcome) {
        answer(attempt, outcome);
    }

    @Override
    public void giveUp(Attempt fetch) {
        forwarding.dropped(fetch);
        limits.end(fetch);
        groups.departed(fetch);
    }

    @Override
    public @Nullable CacheFigures cache() {
        return cache.figures();
    }

    @Override
    public void addCaches(List<KeptCache> caches) {
        cache.addTo(caches);
    }

    /** It waits for a target, or one works on it, which goes on. */
    private void requestTimedOut(Attempt attempt) {
        if (!waitingRoom.leave(attempt) && !forwarding.timedOut(attempt)) {
            // A core works on it again, because the balancer was changed during a pause.
            limits.begin(attempt);
            return;
        }
        limits.counts().add(LimitEvent.REQUEST_TIMEOUT);
        conclude(attempt, Outcome.FAILED);
    }

    @Override
    @Nullable
    public LimitCounts limits() {
        return limits.shown();
    }

    @Override
    public boolean queuesForTargets() {
        return waitingRoom.isOpen();
    }

    @Override
    public int waitingForTargets() {
        return waitingRoom.size();
    }

    /** Where requests wait for targets, that is the wait that is measured. */
    @Override
    protected void waited(long nanos) {
        if (!waitingRoom.isOpen()) {
            super.waited(nanos);
        }
    }

    @Override
    public Latencies waitsSoFar() {
        Latencies waits = super.waitsSoFar();
        waitingRoom.addWaits(waits);
        return waits;
    }

    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        long nanos = context.kernel.nowNanos() - sentAtNanos;
        if (attempt.origin().number() != number() || cache.isFetch(attempt)) {
            forwarding.replied(attempt, nanos);
        } else if (attempt.purpose != AttemptPurpose.CHECK) {
            forwarding.partReplied(attempt, nanos);
        } else {
            checkReplied(attempt);
        }
    }

    @Override
    public void marked(LinkComponent target, boolean up) {
        forwarding.marked(target, up, groups.links());
    }

    @Override
    protected void lost(Attempt attempt) {
        if (attempt.purpose == AttemptPurpose.HEARTBEAT) {
            context.attempts.release(attempt);
        } else if (attempt.abandoned) {
            release(attempt);
        } else if (cache.isFetch(attempt)) {
            cache.lost(attempt);
        } else {
            forwarding.partLost(attempt);
        }
    }

    @Override
    public void release(Attempt attempt) {
        context.unwind(attempt, this);
        context.observer.ended(attempt);
        context.attempts.release(attempt);
    }

    @Override
    protected void dropped(Attempt attempt) {
        forwarding.dropped(attempt);
        groups.departed(attempt);
        super.dropped(attempt);
    }

    @Override
    protected void lose(CrashMode how) {
        forwarding.abandonParts();
        cache.forget();
        limits.forget();
        tls.forget();
        waitingRoom.leave();
        forwarding.cancelRepeats();
        forgetChecks();
        releaseReturned();
        super.lose(how);
        forget();
    }

    /** Releases attempts that began here and came back during a pause, such as checks. */
    private void releaseReturned() {
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.isAt(this) && attempt.origin().number() == number()) {
                release(attempt);
            }
        }
    }

    /** Starts with new counts, new balancers and nobody sticking. */
    private void forget() {
        waitingRoom.forget();
        picks.forget();
        forgetChecks();
    }

    /** It plays that part in a pair from now on, or none. */
    void joins(@Nullable PairedNode part) {
        peer = part;
    }

    @Override
    protected void conditionChanged() {
        waitingRoom.conditionChanged();
        if (peer != null) {
            peer.conditionChanged();
        }
    }

    @Override
    protected void heard(Attempt attempt) {
        long priority = attempt.top().tag;
        context.attempts.release(attempt);
        if (peer != null) {
            peer.heard(priority);
        }
    }
}
