package roundhouse.storage.replication;

import roundhouse.tables.LongTable;

/** A store of one member: it does what it is asked at once, and what it was told is on its disk. */
public final class SingleReplica implements Replica {
    private final Outbox outbox;
    private final LongTable values = new LongTable();
    private long writes;

    public SingleReplica(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public int leader() {
        return 0;
    }

    @Override
    public int term() {
        return 0;
    }

    @Override
    public long position() {
        return writes;
    }

    @Override
    public void start(long nowNanos) {
        // Nothing was in memory only.
    }

    @Override
    public void receive(int from, Message message, long nowNanos) {
        throw new IllegalArgumentException("a store of one member has nobody who could send " + message);
    }

    @Override
    public void timer(int timer, long nowNanos) {
        throw new IllegalArgumentException("a store of one member sets no timers");
    }

    @Override
    public void request(StoreRequest request, long nowNanos) {
        if (request.isWrite()) {
            writes++;
            values.put(request.key(), request.written());
        }
        outbox.reply(request.id(), StoreResult.OK, values.get(request.key(), 0));
    }
}
