package roundhouse.simulation.caching;

import org.jspecify.annotations.Nullable;
import roundhouse.caching.writing.BatchedWrites;
import roundhouse.caching.writing.PeriodicFlush;
import roundhouse.caching.writing.StoreCalls;
import roundhouse.caching.writing.WriteBehind;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.data.OverwrittenWrites;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.DataOperation;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.tiers.ChildAttempts;
import roundhouse.tables.LongTable;
import roundhouse.topology.nodes.data.WriteFlush;

/**
 * What was written to a cache and is not known to be in its store. Sends it there as the rules of flushing have it; what a crash takes
 * before it is there is gone.
 */
final class PendingWrites implements StoreCalls, OverwrittenWrites.Holder {
    private static final long STORED = KeyVersions.NOTHING - 1;

    private final RunContext context;
    private final NodeComponent node;
    private final CacheFigures figures;
    private final ChildAttempts children;
    private final StoreLink store;
    private final CallbackHandler flushing;
    private final LongTable underWay = new LongTable();
    /**
     * By the stamp of a value that is pending or on its way, that of the one whose place it took while that was pending. Whether a client was
     * told of either may show only later. By the stamp of one that was stored meanwhile, {@link #STORED}.
     */
    private final LongTable replaced = new LongTable();

    private WriteFlush rule = WriteFlush.EACH_SECOND;
    private WriteBehind queue = queueOf(rule, 0);
    private long armedNanos = Long.MAX_VALUE;
    private int generation;
    private int outstanding;
    private boolean allStored;
    private boolean losing;
    private boolean noWay;

    PendingWrites(
            RunContext context, NodeComponent node, CacheFigures figures, ChildAttempts children, StoreLink store) {
        this.context = context;
        this.node = node;
        this.figures = figures;
        this.children = children;
        this.store = store;
        flushing = new CallbackHandler(context.kernel, node.id + " flush", _ -> flush());
        context.overwritten.ask(this);
    }

    /** What comes is flushed by that rule; what is pending by then goes at once. */
    void become(WriteFlush next) {
        if (!next.equals(rule)) {
            rule = next;
            WriteBehind before = queue;
            queue = queueOf(rule, context.kernel.nowNanos());
            before.drain(this);
            generation++;
            outstanding = 0;
            count();
        }
    }

    private static WriteBehind queueOf(WriteFlush rule, long nowNanos) {
        if (rule.every() != null) {
            long everyNanos = DurationSampler.nanos(rule.every());
            return new PeriodicFlush(everyNanos, rule.batch(), rule.coalesce(), nowNanos, everyNanos);
        }
        long delayNanos = rule.delay() == null ? Long.MAX_VALUE / 4 : DurationSampler.nanos(rule.delay());
        return new BatchedWrites(rule.batch(), delayNanos, rule.coalesce());
    }

    /** A key got that value. */
    void written(long key, long stamp) {
        context.ledger.dirty(node.id, KeyVersions.dataset(stamp), key, stamp);
        long before = rule.coalesce() ? pending(key) : KeyVersions.NOTHING;
        if (before != KeyVersions.NOTHING) {
            replaced.put(stamp, before);
        }
        queue.write(key, stamp, context.kernel.nowNanos());
        count();
        arm();
    }

    /** The stamp of a key that is pending; {@link KeyVersions#NOTHING} when it is not. */
    long pending(long key) {
        return queue.size() > 0 && queue.pending(key) == WriteBehind.Pending.WRITE
                ? queue.pendingValue(key)
                : KeyVersions.NOTHING;
    }

    /** A person wants all of it stored soon. */
    void flushSoon() {
        queue.flush(context.kernel.nowNanos());
        arm();
    }

    int size() {
        return queue.size();
    }

    private void count() {
        figures.dirty = queue.size();
    }

    private void arm() {
        long dueNanos = queue.nextNanos();
        if (dueNanos < armedNanos && !node.isPaused()) {
            armedNanos = dueNanos;
            context.kernel.schedule(Math.max(0, dueNanos - context.kernel.nowNanos()), flushing, 0);
        }
    }

    private void flush() {
        long nowNanos = context.kernel.nowNanos();
        if (nowNanos < armedNanos) {
            return;
        }
        armedNanos = Long.MAX_VALUE;
        if (node.isPaused() || nowNanos < queue.nextNanos()) {
            arm();
            return;
        }
        outstanding = 0;
        allStored = true;
        noWay = false;
        if (queue.next(nowNanos, this) && outstanding == 0) {
            // There was no way to the store.
            queue.ended(!noWay, nowNanos);
            context.overwritten.letGo();
        }
        count();
        arm();
    }

    @Override
    public void write(long key, long stamp) {
        if (losing) {
            lose(stamp);
            return;
        }
        Attempt child = start(key, stamp);
        if (child != null) {
            child.data().stamp = stamp;
            underWay.put(stamp, 1);
            send(child);
        }
    }

    @Override
    public void writeAll(long[] keys, long[] stamps, int count) {
        if (losing) {
            for (int i = 0; i < count; i++) {
                lose(stamps[i]);
            }
            return;
        }
        Attempt child = start(keys[0], stamps[0]);
        if (child != null) {
            DataOperation data = child.data();
            data.stamp = stamps[0];
            data.batch(keys, stamps, count);
            for (int i = 0; i < count; i++) {
                underWay.put(stamps[i], 1);
            }
            send(child);
        }
    }

    private @Nullable Attempt start(long key, long stamp) {
        if (store.link() == null) {
            noWay = true;
            return null;
        }
        Attempt child = children.ofItsOwn(key, Attempt.USUAL_VALUE_BYTES, stamp, DataAction.WRITE);
        child.data().ticket = generation;
        return child;
    }

    private void send(Attempt child) {
        LinkComponent link = store.link();
        if (link != null) {
            outstanding++;
            children.send(child, link);
        }
    }

    private void lose(long stamp) {
        if (!underWay.contains(stamp)) {
            gone(stamp);
        }
    }

    /** It is gone; as long as no client knows of it, what was lost is what it took the place of. */
    private void gone(long stamp) {
        long last = stamp;
        context.versions.gone(last);
        while (!context.versions.isAcknowledged(last)) {
            last = replaced.get(last, KeyVersions.NOTHING);
            if (last < 0 || underWay.contains(last) || replaced.get(last, KeyVersions.NOTHING) == STORED) {
                break;
            }
            context.versions.gone(last);
        }
        forgetReplaced(stamp);
    }

    private void forgetReplaced(long stamp) {
        long before = replaced.remove(stamp, KeyVersions.NOTHING);
        while (before >= 0) {
            before = replaced.remove(before, KeyVersions.NOTHING);
        }
    }

    /** Values are never removed by writing back. */
    @Override
    public void remove(long key) {
        throw new IllegalStateException("nothing is removed");
    }

    @Override
    public void removeAll(long[] keys, int count) {
        throw new IllegalStateException("nothing is removed");
    }

    /** What was sent has ended so. */
    void ended(Attempt child, Outcome outcome) {
        DataOperation data = child.data();
        boolean stored = outcome == Outcome.OK;
        boolean current = data.ticket == generation;
        if (current) {
            allStored &= stored;
            outstanding--;
            if (outstanding == 0) {
                queue.ended(allStored, context.kernel.nowNanos());
                count();
                arm();
            }
        }
        if (data.batchSize() == 0) {
            ended(child.key(), data.stamp, data.applied);
        }
        for (int i = 0; i < data.batchSize(); i++) {
            ended(data.batchKey(i), data.batchStamp(i), data.applied);
        }
        context.overwritten.letGo();
    }

    @Override
    public boolean holds(long key, long stamp) {
        return underWay.contains(stamp) || queue.holds(key, stamp);
    }

    private void ended(long key, long stamp, boolean applied) {
        underWay.remove(stamp);
        if (!applied && queue.pending(key) == WriteBehind.Pending.NOTHING) {
            context.ledger.dirtyRefused(node.id, KeyVersions.dataset(stamp), key, stamp);
            gone(stamp);
        } else if (applied) {
            forgetReplaced(stamp);
            if (pending(key) > stamp) {
                replaced.put(stamp, STORED);
            }
        }
    }

    /** The cache crashes. Returns how many writes that took. */
    int forget() {
        int lost = queue.size();
        long before = context.versions.lostAcknowledged();
        losing = true;
        queue.drain(this);
        losing = false;
        figures.lostWrites += context.versions.lostAcknowledged() - before;
        queue.lose();
        context.ledger.dirtyLost(node.id);
        generation++;
        outstanding = 0;
        context.kernel.cancel(flushing);
        armedNanos = Long.MAX_VALUE;
        count();
        context.overwritten.letGo();
        return lost;
    }

    /** It may be that the cache is up again, or goes on after a pause. */
    void conditionChanged() {
        arm();
    }
}
