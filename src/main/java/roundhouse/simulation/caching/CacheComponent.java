package roundhouse.simulation.caching;

import java.util.List;
import roundhouse.caching.freshness.Held;
import roundhouse.caching.invalidation.KnownVersions;
import roundhouse.caching.writing.Leases;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.ProcessorComponent;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.DataOperation;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.tiers.CacheTier;
import roundhouse.simulation.tiers.ChildAttempts;
import roundhouse.simulation.tiers.ThroughCache;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Node;

/**
 * A cache that servers share. It does what they ask: looks, sets and deletes for those that read and write their store themselves, and
 * reads and writes its own store for the others. A crash takes all that it has, and what was written to it and is not in the store.
 */
public final class CacheComponent extends ProcessorComponent implements ThroughCache.Host, ChildAttempts.Listener {
    private static final long LEASE_NANOS = 10_000_000_000L;

    private final CacheFigures figures = new CacheFigures();
    private final CacheTier tier;
    private final ThroughCache through;
    private final ChildAttempts children;
    private final StoreLink store;
    private final PendingWrites behind;
    /** As memcached has them: a token in ten seconds for a key, and one at once after a deletion. */
    private final Leases leases = new Leases(LEASE_NANOS, true);

    private CacheNode spec;
    private DurationSampler hit;

    public CacheComponent(RunContext context, CacheNode spec) {
        super(context, spec, spec.cores());
        this.spec = spec;
        context.data.turnOn();
        tier = new CacheTier(context, id, spec.cache(), figures);
        tier.tellEvicted(leases::forget);
        through = new ThroughCache(context, this, tier, this);
        children = new ChildAttempts(context, this, this);
        store = new StoreLink(context);
        store.become(spec.keepers());
        hit = DurationSampler.of(spec.cache().hitTime(), context.demands);
        behind = new PendingWrites(context, this, figures, children, store);
        behind.become(spec.flushes());
        tier.askDirty(key -> behind.pending(KeyVersions.version(key)) != KeyVersions.NOTHING);
        expect(hit.constantNanos());
    }

    @Override
    public void update(Node node) {
        spec = (CacheNode) node;
        CacheTier.become(tier, context, id, spec.cache(), figures);
        store.become(spec.keepers());
        hit = DurationSampler.of(spec.cache().hitTime(), context.demands);
        behind.become(spec.flushes());
        expect(hit.constantNanos());
        cores(spec.cores());
    }

    @Override
    public int region() {
        return context.regions.of(spec.region());
    }

    @Override
    public CacheFigures cache() {
        return figures;
    }

    @Override
    public void addCaches(List<KeptCache> caches) {
        caches.add(tier.commands());
    }

    @Override
    protected void attach(LinkComponent link) {
        store.attach(link);
    }

    @Override
    protected void detach(LinkComponent link) {
        store.detach(link);
    }

    /** Nothing to do: no attribute of its links matters to it. */
    @Override
    protected void changed(LinkComponent link) {}

    @Override
    protected void receive(Attempt attempt) {
        if (attempt.called) {
            metrics.called++;
        }
        CrashMode crash = crashed();
        if (crash != null) {
            meetCrash(attempt, crash);
            return;
        }
        enter(attempt);
        if (hit.constantNanos() == 0 && !isPaused()) {
            done(attempt);
        } else {
            work(attempt);
        }
    }

    @Override
    protected long demandNanos(Attempt attempt) {
        context.demands.restart(attempt.demandOnTheWay());
        return hit.nextNanos();
    }

    @Override
    protected void done(Attempt attempt) {
        boolean isRequest = attempt.purpose == AttemptPurpose.REQUEST;
        if (errs(attempt) || !isRequest) {
            answer(attempt, isRequest ? Outcome.FAILED : Outcome.OK);
            return;
        }
        DataOperation data = attempt.data();
        int dataset = data.dataset == KeyVersions.OF_SERVERS ? store.dataset() : data.dataset;
        data.dataset = dataset;
        long key = KeyVersions.keyOf(dataset, attempt.key());
        data.cacheKey = data.keyVersion == KeyVersions.NOTHING ? key : KnownVersions.keyOf(key, data.keyVersion);
        // The usual first, by a test each: a switch would look up where to go.
        if (data.action == DataAction.GET) {
            get(attempt, data);
        } else if (data.action == DataAction.FETCH) {
            read(attempt, data);
        } else if (data.action == DataAction.SET) {
            set(attempt, data);
        } else {
            other(attempt, data);
        }
    }

    private void other(Attempt attempt, DataOperation data) {
        switch (data.action) {
            case GET, FETCH, SET -> throw new IllegalStateException("done already");
            case NONE, READ -> read(attempt, data);
            case DELETE -> {
                tier.drop(data.cacheKey, Leaving.Cause.WRITTEN, attempt.request, context.kernel.nowNanos());
                leases.deleted(data.cacheKey);
                answer(attempt, Outcome.OK);
            }
            case WRITE, WRITE_PAST, WRITE_THROUGH -> write(attempt);
            case WRITE_BACK -> writeBack(attempt, data);
        }
    }

    private void read(Attempt attempt, DataOperation data) {
        long pending = behind.pending(attempt.key());
        if (pending == KeyVersions.NOTHING || !tier.givePending(attempt, data.cacheKey, pending, this)) {
            through.read(attempt);
        } else {
            answer(attempt, Outcome.OK);
        }
    }

    private void get(Attempt attempt, DataOperation data) {
        long nowNanos = context.kernel.nowNanos();
        Held held = data.again ? tier.lookAgain(data.cacheKey, nowNanos) : tier.look(data.cacheKey, nowNanos);
        data.found = held == Held.FRESH && !tier.isNegative();
        if (!data.found && data.lease == DataOperation.WANTS_LEASE) {
            if (held != Held.ABSENT && tier.drop(data.cacheKey, Leaving.Cause.EXPIRED, 0, nowNanos)) {
                // The token that filled it says nothing of who may fill it anew.
                leases.forget(data.cacheKey);
            }
            data.lease = leases.miss(data.cacheKey, nowNanos);
        }
        if (data.found && data.again) {
            tier.bring(attempt, this, nowNanos);
        } else if (data.found) {
            tier.give(attempt, this, nowNanos);
        } else if (!data.again) {
            tier.miss(attempt, data.cacheKey, data.lease != Leases.WAIT);
        }
        answer(attempt, Outcome.OK);
    }

    private void set(Attempt attempt, DataOperation data) {
        if (data.lease != DataOperation.NO_LEASE && !leases.sets(data.cacheKey, data.lease)) {
            figures.refusedSets++;
        } else {
            tier.keep(data.cacheKey, data.stamp, attempt.valueBytes, 0, context.kernel.nowNanos());
        }
        answer(attempt, Outcome.OK);
    }

    private void write(Attempt attempt) {
        Attempt child = children.forRequest(attempt, DataAction.WRITE);
        child.data().stamp = attempt.data().stamp;
        children.send(child, store.link());
    }

    /** The store has written, or not, what an attempt wrote through. */
    private void written(Attempt attempt, Attempt child, Outcome outcome) {
        if (outcome != Outcome.OK) {
            answer(attempt, Outcome.FAILED);
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        DataOperation data = attempt.data();
        attempt.takeData(child);
        if (data.action == DataAction.WRITE_THROUGH) {
            tier.keep(data.cacheKey, data.stamp, attempt.valueBytes, 0, nowNanos);
        } else {
            tier.drop(data.cacheKey, Leaving.Cause.WRITTEN, attempt.request, nowNanos);
        }
        answer(attempt, Outcome.OK);
    }

    private void writeBack(Attempt attempt, DataOperation data) {
        long nowNanos = context.kernel.nowNanos();
        long stamp = context.versions.write(data.dataset, attempt.key(), nowNanos, attempt.request);
        context.wrote(attempt, stamp, this);
        data.bring(stamp, KeyVersions.FRESH, this);
        tier.keep(data.cacheKey, stamp, attempt.valueBytes, 0, nowNanos);
        behind.written(attempt.key(), stamp);
        answer(attempt, Outcome.OK);
    }

    @Override
    public Attempt child(Attempt about, boolean waits) {
        return waits ? children.forRequest(about, DataAction.READ) : children.about(about, DataAction.READ);
    }

    @Override
    public void send(Attempt child) {
        children.send(child, store.link());
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        answer(attempt, outcome);
    }

    @Override
    public void ended(Attempt child, Outcome outcome) {
        Attempt waiting = child.whole;
        if (child.action() == DataAction.READ) {
            through.ended(child, outcome);
        } else if (waiting == null) {
            behind.ended(child, outcome);
        } else {
            written(waiting, child, outcome);
        }
    }

    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        throw new IllegalStateException("the cache " + id + " asks by attempts with an owner only");
    }

    @Override
    protected void lose(CrashMode how) {
        children.forget();
        through.forget();
        behind.forget();
        leases.clear();
        super.lose(how);
    }

    @Override
    protected void conditionChanged() {
        behind.conditionChanged();
    }

    @Override
    public void retire() {
        super.retire();
        behind.forget();
    }
}
