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
public final class PeriodicFlush implements WriteBehind {
    private static final long LOOK_NANOS = 1_000_000_000;

    private final long startNanos;
    private final long periodNanos;
    private final int batch;
    private final boolean coalescing;
    private final OperationQueue queue = new OperationQueue();
    private final CallGroup writes = new CallGroup(false);
    private final CallGroup removals = new CallGroup(true);
    private long dueNanos = Long.MAX_VALUE;
    private long sentUntil;

    /**
     * Flushes every so often.
     *
     * @param delayNanos the write delay, above 0; rounded up to whole looks
     * @param batch operations in a chunk, at least 1
     * @param coalescing whether only the last operation of each key is stored
     * @param startNanos when the worker began to look
     */
    public PeriodicFlush(long delayNanos, int batch, boolean coalescing, long startNanos) {
        periodNanos = Math.ceilDiv(delayNanos, LOOK_NANOS) * LOOK_NANOS;
        this.batch = batch;
        this.coalescing = coalescing;
        this.startNanos = startNanos;
    }

    @Override
    public void write(long key, long value, long nowNanos) {
        add(key, value, false, nowNanos);
    }

    @Override
    public void remove(long key, long nowNanos) {
        add(key, 0, true, nowNanos);
    }

    private void add(long key, long value, boolean removal, long nowNanos) {
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
            dueNanos = after(nowNanos, LOOK_NANOS);
        } else if (more) {
            dueNanos = after(nowNanos, periodNanos);
        }
    }

    @Override
    public void flush(long nowNanos) {
        if (queue.size() > 0) {
            dueNanos = Math.min(dueNanos, after(nowNanos, LOOK_NANOS));
        }
    }

    @Override
    public void drain(StoreCalls calls) {
        send(calls);
        lose();
    }

    private boolean isUnderWay() {
        return sentUntil > queue.first();
    }

    @Override
    public Pending pending(long key) {
        return queue.pending(key);
    }

    @Override
    public long pendingValue(long key) {
        return queue.value(queue.latest(key));
    }

    @Override
    public int size() {
        return queue.size();
    }

    @Override
    public long oldestNanos(long nowNanos) {
        return queue.oldestNanos(nowNanos);
    }

    @Override
    public int lose() {
        int lost = queue.size();
        queue.clear();
        sentUntil = queue.first();
        dueNanos = Long.MAX_VALUE;
        return lost;
    }
}
