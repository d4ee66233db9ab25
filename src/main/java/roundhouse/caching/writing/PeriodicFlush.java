package roundhouse.caching.writing;

/**
 * Hazelcast's write-behind: its write delay is the period of a flush and not an age. A worker looks every second; when the delay has
 * passed since the last flush, everything pending is stored, even what was written just before, and a flush without anything to do
 * counts as one. With coalescing the last operation of each key, in the order in which the keys came, in chunks of the batch size, each
 * run of the same kind in a chunk by one call; a batch size of 1 means one chunk. Without, single calls in order. A flush that is asked
 * for happens at the next look. What the store refuses stays in front and is tried again at the next look.
 *
 * <p>Source: Hazelcast 5.7.0, hazelcast/.../mapstore/writebehind/StoreWorker.java and DefaultWriteBehindProcessor.java. Its three attempts
 * within a flush are one here.
 */
public final class PeriodicFlush extends QueuedWrites {
    private static final long LOOK_NANOS = 1_000_000_000;

    private final long lookNanos;
    private final long startNanos;
    private final long periodNanos;
    private final int batch;
    private final boolean coalescing;
    private long dueNanos = Long.MAX_VALUE;

    /**
     * Flushes every so often.
     *
     * @param delayNanos the write delay, above 0; rounded up to whole looks
     * @param batch operations in a chunk, at least 1
     * @param coalescing whether only the last operation of each key is stored
     * @param startNanos when the worker began to look
     */
    public PeriodicFlush(long delayNanos, int batch, boolean coalescing, long startNanos) {
        this(delayNanos, batch, coalescing, startNanos, LOOK_NANOS);
    }

    /**
     * The same with another time between looks than Hazelcast's.
     *
     * @param lookNanos how often the worker looks, above 0
     */
    public PeriodicFlush(long delayNanos, int batch, boolean coalescing, long startNanos, long lookNanos) {
        this.lookNanos = lookNanos;
        periodNanos = Math.ceilDiv(delayNanos, lookNanos) * lookNanos;
        this.batch = batch;
        this.coalescing = coalescing;
        this.startNanos = startNanos;
    }

    @Override
    void add(long key, long value, boolean removal, long nowNanos) {
        long latest = queue.latest(key);
        if (coalescing && latest != OperationQueue.NONE && latest >= sentUntil) {
            queue.replace(latest, value, removal);
        } else {
            queue.add(key, value, removal, OperationQueue.NONE, nowNanos);
        }
        dueNanos = Math.min(dueNanos, after(nowNanos, periodNanos));
    }

    /** The first look, or flush, after that moment. */
    private long after(long nowNanos, long everyNanos) {
        return startNanos + (Math.floorDiv(nowNanos - startNanos, everyNanos) + 1) * everyNanos;
    }

    @Override
    public long nextNanos() {
        return isUnderWay() ? Long.MAX_VALUE : dueNanos;
    }

    @Override
    public boolean next(long nowNanos, StoreCalls calls) {
        if (isUnderWay() || queue.size() == 0 || nowNanos < dueNanos) {
            return false;
        }
        send(calls);
        return true;
    }

    private void send(StoreCalls calls) {
        long inChunk = 0;
        for (sentUntil = queue.first(); sentUntil < queue.end(); sentUntil++) {
            boolean removal = queue.removal(sentUntil);
            (removal ? writes : removals).send(calls, coalescing);
            (removal ? removals : writes).add(queue.key(sentUntil), queue.value(sentUntil));
            if (batch > 1 && ++inChunk == batch) {
                (removal ? removals : writes).send(calls, coalescing);
                inChunk = 0;
            }
        }
        writes.send(calls, coalescing);
        removals.send(calls, coalescing);
    }

    @Override
    public void ended(boolean stored, long nowNanos) {
        if (stored) {
            queue.dropBefore(sentUntil);
        }
        boolean more = sentUntil < queue.end();
        sentUntil = queue.first();
        dueNanos = Long.MAX_VALUE;
        if (!stored) {
            dueNanos = after(nowNanos, lookNanos);
        } else if (more) {
            dueNanos = after(nowNanos, periodNanos);
        }
    }

    @Override
    public void flush(long nowNanos) {
        if (queue.size() > 0) {
            dueNanos = Math.min(dueNanos, after(nowNanos, lookNanos));
        }
    }

    @Override
    public void drain(StoreCalls calls) {
        send(calls);
        lose();
    }

    @Override
    public int lose() {
        dueNanos = Long.MAX_VALUE;
        return super.lose();
    }
}
