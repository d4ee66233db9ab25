package roundhouse.caching.writing;

/** A write-behind whose operations wait in one queue, the oldest first, until a call that is under way has stored them. */
abstract class QueuedWrites implements WriteBehind {
    final OperationQueue queue = new OperationQueue();
    final CallGroup writes = new CallGroup(false);
    final CallGroup removals = new CallGroup(true);
    /** The number behind the last operation that is under way; the first operation's if there is none. */
    long sentUntil;

    abstract void add(long key, long value, boolean removal, long nowNanos);

    @Override
    public final void write(long key, long value, long nowNanos) {
        add(key, value, false, nowNanos);
    }

    @Override
    public final void remove(long key, long nowNanos) {
        add(key, 0, true, nowNanos);
    }

    final boolean isUnderWay() {
        return sentUntil > queue.first();
    }

    @Override
    public final Pending pending(long key) {
        return queue.pending(key);
    }

    @Override
    public final long pendingValue(long key) {
        return queue.value(queue.latest(key));
    }

    @Override
    public final boolean holds(long key, long value) {
        for (long number = queue.first(); number < queue.end(); number++) {
            if (queue.key(number) == key && queue.value(number) == value && !queue.removal(number)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final int size() {
        return queue.size();
    }

    @Override
    public final long oldestNanos(long nowNanos) {
        return queue.oldestNanos(nowNanos);
    }

    @Override
    public int lose() {
        int lost = queue.size();
        queue.clear();
        sentUntil = queue.first();
        return lost;
    }
}
