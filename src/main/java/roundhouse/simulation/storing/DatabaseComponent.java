package roundhouse.simulation.storing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.freshness.Held;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.ProcessorComponent;
import roundhouse.simulation.components.replication.StoreFigures;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.DataOperation;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.tiers.CacheTier;
import roundhouse.storage.replication.Message;
import roundhouse.tables.LongTable;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.data.CacheSettings;

/**
 * Keeps data for good. A core reads what its cache does not have, or writes; a read of what the cache has takes the cache's time. A crash
 * takes the cache and what was under way, and nothing that was acknowledged.
 */
public final class DatabaseComponent extends ProcessorComponent implements StoreMember.Caller {
    private final int dataset;
    /** The version of each key that was ever written here. */
    private final LongTable stored = new LongTable();

    private final CacheFigures cacheFigures = new CacheFigures();
    private final StoreFigures storeFigures = new StoreFigures();
    private Database spec;
    private DurationSampler read;
    private DurationSampler write;
    private DurationSampler hit = DurationSampler.NONE;
    private @Nullable CacheTier cache;
    /** Its part in a store; null where it keeps its data alone. */
    private @Nullable StoreMember member;

    public DatabaseComponent(RunContext context, Database spec) {
        super(context, spec, spec.cores());
        this.spec = spec;
        dataset = context.versions.dataset(context.stores.dataset(id));
        read = DurationSampler.of(spec.read(), context.demands);
        write = DurationSampler.of(spec.write(), context.demands);
        context.data.turnOn();
        cached();
    }

    @Override
    public void update(Node node) {
        spec = (Database) node;
        read = DurationSampler.of(spec.read(), context.demands);
        write = DurationSampler.of(spec.write(), context.demands);
        cores(spec.cores());
        cached();
    }

    private void cached() {
        expect(read.constantNanos());
        CacheSettings settings = spec.cache();
        cache = CacheTier.become(cache, context, id, settings, cacheFigures);
        hit = settings == null ? DurationSampler.NONE : DurationSampler.of(settings.hitTime(), context.demands);
    }

    /** It is that member of a store from now on, or keeps its data alone. */
    void join(@Nullable StoreMember other) {
        if (member != null) {
            member.leave();
        }
        member = other;
    }

    @Nullable
    StoreMember member() {
        return member;
    }

    @Override
    public void start() {
        if (member != null && !isDown()) {
            member.start();
        }
    }

    @Override
    public int region() {
        return context.regions.of(spec.region());
    }

    @Override
    public boolean stores() {
        return true;
    }

    @Override
    public StoreFigures stored() {
        return storeFigures;
    }

    @Override
    public @Nullable CacheFigures cache() {
        return spec.cache() == null && cacheFigures.lookups() == 0 ? null : cacheFigures;
    }

    @Override
    public void addCaches(List<KeptCache> caches) {
        if (cache != null) {
            caches.add(cache.commands());
        }
    }

    @Override
    protected void receive(Attempt attempt) {
        if (attempt.called) {
            metrics.called++;
        }
        CrashMode crash = crashed();
        if (crash != null) {
            meetCrash(attempt, crash);
        } else if (metrics.inFlight.value() >= spec.connections() || isFull()) {
            turnAway(attempt, Outcome.REJECTED);
        } else {
            enter(attempt);
            work(attempt);
        }
    }

    @Override
    public boolean isFull() {
        return waiting() >= spec.queue() && !hasFreeCore();
    }

    private static boolean writes(Attempt attempt) {
        return attempt.action() == DataAction.NONE ? !attempt.read : attempt.action() != DataAction.READ;
    }

    @Override
    protected long demandNanos(Attempt attempt) {
        context.demands.restart(attempt.nextDemand());
        if (attempt.message != null) {
            return (attempt.message.work() == Message.Work.READ ? read : write).nextNanos();
        }
        if (writes(attempt)) {
            return write.nextNanos();
        }
        if (member != null) {
            return read.nextNanos();
        }
        attempt.data().stamp = newest(attempt);
        if (cache == null) {
            return read.nextNanos();
        }
        long nowNanos = context.kernel.nowNanos();
        long hitNanos = hit.nextNanos();
        boolean found = cache.look(attempt.key(), nowNanos) == Held.FRESH;
        attempt.data().found = found;
        if (found) {
            cache.give(attempt, this, nowNanos);
            return hitNanos;
        }
        cache.miss(attempt, attempt.key(), true);
        return hitNanos + read.nextNanos();
    }

    @Override
    protected void done(Attempt attempt) {
        boolean isRequest = attempt.purpose == AttemptPurpose.REQUEST;
        StoreMember part = member;
        if (attempt.purpose == AttemptPurpose.MEMBER) {
            context.observer.left(attempt);
            attempt.pop();
            deliver(attempt);
            return;
        }
        if (errs(attempt) || !isRequest) {
            answer(attempt, isRequest ? Outcome.FAILED : Outcome.OK);
            return;
        }
        if (part != null) {
            part.request(attempt, writes(attempt));
            return;
        }
        if (writes(attempt)) {
            write(attempt);
        } else {
            read(attempt);
        }
        answer(attempt, Outcome.OK);
    }

    @Override
    public void answered(Attempt attempt, boolean well) {
        boolean write = writes(attempt);
        storeFigures.reads += well && !write ? 1 : 0;
        storeFigures.writes += well && write ? 1 : 0;
        context.data.databaseReads += well && !write ? 1 : 0;
        answer(attempt, well ? Outcome.OK : Outcome.FAILED);
    }

    /** Another member tells it something: what needs its disk waits for a core. */
    @Override
    protected void heard(Attempt attempt) {
        Message message = attempt.message;
        if (crashed() != null || message == null) {
            context.attempts.release(attempt);
        } else if (message.work() == Message.Work.NONE) {
            deliver(attempt);
        } else if (isFull()) {
            context.attempts.release(attempt);
        } else {
            context.enter(attempt, this);
            work(attempt);
        }
    }

    private void deliver(Attempt attempt) {
        if (member == null) {
            context.attempts.release(attempt);
        } else {
            member.deliver(attempt);
        }
    }

    @Override
    protected void lost(Attempt attempt) {
        context.attempts.release(attempt);
    }

    @Override
    protected void conditionChanged() {
        if (member != null && !isDown() && !isPaused()) {
            member.goOn();
        }
    }

    private long newest(Attempt attempt) {
        return KeyVersions.initial(dataset) | stored.get(attempt.key(), 0);
    }

    /** Gives what there was when the read began, as a statement sees it in a database of versions (PostgreSQL, Read Committed). */
    private void read(Attempt attempt) {
        long nowNanos = context.kernel.nowNanos();
        DataOperation data = attempt.data();
        boolean found = data.found;
        data.found = true;
        if (found) {
            return;
        }
        context.data.databaseReads++;
        storeFigures.reads++;
        data.bring(data.stamp, context.versions.staleNanos(attempt.key(), data.stamp, nowNanos), this);
        if (cache != null) {
            cache.keep(
                    attempt.key(),
                    newest(attempt),
                    attempt.valueBytes,
                    nowNanos - attempt.top().readySinceNanos,
                    nowNanos);
        }
    }

    private void write(Attempt attempt) {
        DataOperation data = attempt.data();
        data.applied = true;
        for (int i = 0; i < data.batchSize(); i++) {
            put(data.batchKey(i), data.batchStamp(i), attempt.valueBytes);
        }
        if (data.batchSize() == 0) {
            boolean isNew = data.stamp == KeyVersions.NOTHING;
            long stamp = isNew
                    ? context.versions.write(dataset, attempt.key(), context.kernel.nowNanos(), attempt.request)
                    : data.stamp;
            if (isNew) {
                context.wrote(attempt, stamp, this);
            }
            put(attempt.key(), stamp, attempt.valueBytes);
            data.bring(stamp, KeyVersions.FRESH, this);
        }
    }

    private void put(long key, long stamp, int bytes) {
        context.data.databaseWrites++;
        storeFigures.writes++;
        long before = stored.replace(key, KeyVersions.version(stamp), 0);
        context.ledger.stored(dataset, key, stamp);
        context.overwritten.stored(stamp);
        if (before > KeyVersions.version(stamp)) {
            context.overwritten.overwritten(key, KeyVersions.initial(dataset) | before);
        }
        if (cache != null) {
            cache.keep(key, stamp, bytes, 0, context.kernel.nowNanos());
        }
    }

    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        throw new IllegalStateException("the database " + id + " asks nobody");
    }

    @Override
    protected void attach(LinkComponent link) {
        // Only links between members begin here, and the store looks them up.
    }

    @Override
    protected void detach(LinkComponent link) {}

    @Override
    protected void changed(LinkComponent link) {}

    /** Messages that a core works on, or that wait for one. */
    private void loseMessages() {
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.purpose == AttemptPurpose.MEMBER && attempt.isAt(this)) {
                attempt.doneAtNanos = Attempt.NEVER;
                attempt.pop();
                context.attempts.release(attempt);
            }
        }
    }

    @Override
    protected void lose(CrashMode how) {
        loseMessages();
        super.lose(how);
        if (member != null) {
            member.crash();
        }
        if (cache != null) {
            cache.empty(Leaving.Cause.CRASH, context.kernel.nowNanos());
        }
    }
}
