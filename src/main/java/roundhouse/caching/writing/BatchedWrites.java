package roundhouse.caching.writing;

/**
 * Ehcache's write-behind: a batch is sent when it has so many operations, by coalescing so many different keys, or at the latest a delay
 * after its first. Without coalescing the operations of a batch are told apart into writes and removals, each sent by one call: a write
 * of a key whose removal is gathered first sends the removals, and the other way round, so order is kept for a key but not across keys.
 * With coalescing there is the last operation of each key, by one call for writes and one for removals. Unbatched, each operation is a
 * call of its own, at once. A batch that the store refuses is lost, with a line in the log, no more.
 *
 * <p>Source: Ehcache 3.12.0, ehcache-impl/.../writebehind/BatchingLocalHeapWriteBehindQueue.java and NonBatchingLocalHeapWriteBehindQueue.
 */
public final class BatchedWrites extends QueuedWrites {
    private final int batch;
    private final long maxDelayNanos;
    private final boolean coalescing;
    /** The first operation of the batch that still takes some, or the queue's end. */
    private long openFrom;

    /**
     * Sends batches.
     *
     * @param batch operations, or different keys, that are sent together, at least 1; 0 for unbatched
     * @param maxDelayNanos how long the first of a batch waits at most, at least 0
     * @param coalescing whether only the last operation of each key in a batch is sent
     */
    public BatchedWrites(int batch, long maxDelayNanos, boolean coalescing) {
        this.batch = batch;
        this.maxDelayNanos = maxDelayNanos;
        this.coalescing = coalescing && batch > 0;
    }

    @Override
    void add(long key, long value, boolean removal, long nowNanos) {
        closeIfLate(nowNanos);
        long latest = queue.latest(key);
        if (coalescing && latest >= openFrom) {
            queue.replace(latest, value, removal);
            return;
        }
        long dueNanos = queue.end() == openFrom ? nowNanos + maxDelayNanos : OperationQueue.NONE;
        queue.add(key, value, removal, dueNanos, nowNanos);
        if (queue.end() - openFrom >= batch) {
            close(nowNanos);
        }
    }

    private void close(long nowNanos) {
        if (openFrom < queue.end()) {
            queue.due(openFrom, nowNanos);
            openFrom = queue.end();
        }
    }

    private void closeIfLate(long nowNanos) {
        if (openFrom < queue.end() && nowNanos >= queue.dueNanos(openFrom)) {
            openFrom = queue.end();
        }
    }

    @Override
    public long nextNanos() {
        return isUnderWay() || queue.size() == 0 ? Long.MAX_VALUE : queue.dueNanos(queue.first());
    }

    @Override
    public boolean next(long nowNanos, StoreCalls calls) {
        closeIfLate(nowNanos);
        if (isUnderWay() || queue.first() >= openFrom) {
            return false;
        }
        sendFirstBatch(calls);
        return true;
    }

    private void sendFirstBatch(StoreCalls calls) {
        sentUntil = queue.first();
        do {
            gather(sentUntil++, calls);
        } while (sentUntil < queue.end() && !queue.opens(sentUntil));
        writes.send(calls);
        removals.send(calls);
    }

    private void gather(long number, StoreCalls calls) {
        long key = queue.key(number);
        boolean removal = queue.removal(number);
        if (batch == 0) {
            if (removal) {
                calls.remove(key);
            } else {
                calls.write(key, queue.value(number));
            }
            return;
        }
        CallGroup other = removal ? writes : removals;
        if (other.contains(key)) {
            other.send(calls);
        }
        (removal ? removals : writes).add(key, queue.value(number));
    }

    @Override
    public void ended(boolean stored, long nowNanos) {
        queue.dropBefore(sentUntil);
    }

    /** Closes the batch that is open, so that it is due. */
    @Override
    public void flush(long nowNanos) {
        close(nowNanos);
    }

    @Override
    public void drain(StoreCalls calls) {
        while (queue.size() > 0) {
            sendFirstBatch(calls);
            queue.dropBefore(sentUntil);
        }
        openFrom = queue.end();
    }

    @Override
    public int lose() {
        int lost = super.lose();
        openFrom = queue.end();
        return lost;
    }
}
