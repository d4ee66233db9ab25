package roundhouse.storage.primary;

import java.util.ArrayDeque;
import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.ReplicaLog;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.tables.LongTable;

/**
 * A member of a store with one primary: it puts writes into its log and ships that to the followers that joined it, which apply what they
 * receive. Who is the primary is said from outside, by hand or by watchers; each time is an epoch of its own. A member that comes back is
 * what it was, so an old primary accepts writes until somebody tells it whom to follow, and then loses what the new one does not have.
 * Followers hand requests on to the primary, and answer local reads.
 */
public final class PrimaryReplica implements Replica {
    private static final int EVERY_PERIOD = 0;
    private static final int APPLY = 1;
    private static final int WRITE_TIMEOUT = 2;
    private static final int MOST_ENTRIES = 4_096;

    private final int self;
    private final PrimarySettings settings;
    private final Outbox outbox;
    private final ReplicaLog log = new ReplicaLog();
    private final FollowerTable followers;
    private final WaitingWrites waiting;
    /** What was received and when it may be applied: pairs of index and time. */
    private final ArrayDeque<long[]> arrived = new ArrayDeque<>();

    private LongTable values = new LongTable();
    private long applied;
    private int epoch;
    private int primary;
    private int required;
    /** As a follower whether the primary has answered since it wanted to join. */
    private boolean isJoined;

    private boolean hasFallenBack;
    private boolean refusesWrites;
    private int promisedEpoch;
    private long promisedUntil;
    private long quietUntil = Long.MIN_VALUE;
    private long nowNanos;

    /** @param primary who is the primary at first */
    public PrimaryReplica(int self, int primary, PrimarySettings settings, Outbox outbox) {
        this.self = self;
        this.primary = primary;
        this.settings = settings;
        this.outbox = outbox;
        required = settings.required();
        followers = new FollowerTable(self, settings.members());
        waiting = new WaitingWrites(self, outbox);
        epoch = 1;
    }

    public boolean isPrimary() {
        return primary == self;
    }

    /** Whom it follows; itself for the primary. */
    public int primary() {
        return primary;
    }

    public int epoch() {
        return epoch;
    }

    /** How far its log goes. */
    public long lastIndex() {
        return log.lastIndex();
    }

    public long applied() {
        return applied;
    }

    /** What can be read here under a key. */
    public long value(long key) {
        return values.get(key, 0);
    }

    /** Whether it has fallen back to acknowledging at once. */
    public boolean hasFallenBack() {
        return hasFallenBack;
    }

    @Override
    public void start(long atNanos) {
        nowNanos = atNanos;
        waiting.forget();
        followers.reset();
        arrived.clear();
        hasFallenBack = false;
        refusesWrites = settings.minFollowers() > 0;
        applyTo(log.lastIndex());
        if (!isPrimary()) {
            join();
        }
        outbox.setTimer(EVERY_PERIOD, atNanos + settings.ackPeriodNanos());
    }

    /** Becomes the primary of an epoch that is later than its own; what it has received it applies first. */
    public void promote(int newEpoch, long atNanos) {
        nowNanos = atNanos;
        epoch = newEpoch;
        primary = self;
        arrived.clear();
        applyTo(log.lastIndex());
        followers.reset();
        refusesWrites = settings.minFollowers() > 0;
        quietUntil = atNanos + settings.fenceNanos() + settings.fenceNanos() / 4;
    }

    /**
     * With fencing: until a time it deals with no primary of an epoch before one, nor is one. So who is promoted with the promises of a
     * majority knows when an earlier primary must have noticed.
     */
    void promise(int newEpoch, long untilNanos) {
        promisedEpoch = settings.fenceNanos() > 0 ? newEpoch : 0;
        promisedUntil = untilNanos;
    }

    private boolean hasPromised(int otherEpoch) {
        return otherEpoch < promisedEpoch && nowNanos < promisedUntil;
    }

    /** Follows a primary of an epoch that is not earlier than its own. What waits is not known to be safe. */
    public void follow(int whom, int newEpoch, long atNanos) {
        nowNanos = atNanos;
        waiting.tellUnknown(Long.MAX_VALUE);
        epoch = newEpoch;
        primary = whom;
        join();
    }

    /** The connection to a member was closed: it is not waited for until it joins again. */
    public void disconnected(int member, long atNanos) {
        nowNanos = atNanos;
        followers.disconnected(member);
        acknowledge();
    }

    /** From now on so many followers must have a write; what waits for more is acknowledged. */
    public void require(int newRequired, long atNanos) {
        nowNanos = atNanos;
        required = newRequired;
        acknowledge();
    }

    /**
     * Ends the waiting of a write by hand: it and those before it stay, and can be read here.
     *
     * @param result what its client is told: {@link StoreResult#OK} when the wait is cancelled, {@link StoreResult#UNKNOWN} when its
     *     session is ended
     */
    public void release(long request, StoreResult result) {
        applyTo(Math.max(applied, waiting.release(request, result)));
    }

    private void join() {
        isJoined = false;
        if (hasPromised(epoch)) {
            return;
        }
        outbox.send(primary, new PrimaryMessage.Join(log.lastIndex(), log.lastTerm()));
    }

    @Override
    public void timer(int timer, long atNanos) {
        nowNanos = atNanos;
        switch (timer) {
            case EVERY_PERIOD -> {
                outbox.setTimer(EVERY_PERIOD, atNanos + settings.ackPeriodNanos());
                if (isPrimary()) {
                    refusesWrites = settings.minFollowers() > 0
                            && followers.inTime(settings.maxLagNanos(), atNanos) < settings.minFollowers();
                } else if (isJoined) {
                    acknowledgeReceived(true);
                } else {
                    join();
                }
            }
            case APPLY -> {
                applyArrived();
                if (!isPrimary()) {
                    acknowledgeReceived(false);
                }
            }
            default -> writeTimeout();
        }
    }

    private void writeTimeout() {
        long until = nowNanos - settings.timeoutNanos();
        if (!waiting.isEmpty() && waiting.oldest() <= until) {
            if (settings.onTimeout() == PrimarySettings.OnTimeout.FALL_BACK) {
                hasFallenBack = true;
                acknowledge();
            } else {
                waiting.tellUnknown(until);
            }
        }
        setWriteTimer();
    }

    private void setWriteTimer() {
        if (settings.timeoutNanos() > 0 && !waiting.isEmpty()) {
            outbox.setTimer(WRITE_TIMEOUT, waiting.oldest() + settings.timeoutNanos());
        }
    }

    @Override
    public void request(StoreRequest request, long atNanos) {
        nowNanos = atNanos;
        if (isPrimary()) {
            serve(self, request.id(), request.isWrite(), request.key(), request.value());
        } else if (!request.isWrite() && request.isLocal()) {
            outbox.reply(request.id(), StoreResult.OK, values.get(request.key(), 0));
        } else {
            outbox.send(
                    primary, new PrimaryMessage.Ask(request.id(), request.isWrite(), request.key(), request.value()));
        }
    }

    private void serve(int origin, long request, boolean isWrite, long key, long value) {
        if (isFenced() || (isWrite && refusesWrites)) {
            WaitingWrites.answer(self, outbox, origin, request, StoreResult.REFUSED, NOTHING);
        } else if (isWrite) {
            write(origin, request, key, value);
        } else {
            WaitingWrites.answer(self, outbox, origin, request, StoreResult.OK, values.get(key, 0));
        }
    }

    /** Whether it would take a write. */
    public boolean acceptsWrites(long atNanos) {
        nowNanos = atNanos;
        return isPrimary() && !isFenced() && !refusesWrites;
    }

    private boolean isFenced() {
        int others = settings.members() / 2;
        return settings.fenceNanos() > 0
                && (nowNanos < quietUntil
                        || hasPromised(epoch)
                        || followers.heardWithin(settings.fenceNanos(), nowNanos) < others);
    }

    private void write(int origin, long request, long key, long value) {
        long previous = log.lastIndex();
        long index = log.append(epoch, key, value);
        waiting.add(index, request, origin, value, nowNanos);
        if (settings.visibleAtOnce()) {
            applyTo(index);
        }
        for (int i = 0; i < settings.members(); i++) {
            if (followers.isConnected(i)) {
                ship(i, previous);
            }
        }
        acknowledge();
        setWriteTimer();
    }

    private void ship(int to, long previous) {
        LogEntries entries = log.from(previous + 1, MOST_ENTRIES);
        outbox.send(to, new PrimaryMessage.Ship(epoch, previous, log.term(previous), entries, nowNanos));
    }

    /** Acknowledges what enough followers have. */
    private void acknowledge() {
        boolean atOnce = required == 0 || hasFallenBack;
        long agreed = atOnce ? log.lastIndex() : followers.agreed(settings, required);
        applyTo(Math.max(applied, agreed));
        waiting.acknowledge(agreed);
        long kept = Math.min(applied, log.lastIndex() - settings.backlog());
        if (kept > log.snapshotIndex() + settings.backlog()) {
            log.compact(kept);
        }
    }

    @Override
    public void receive(int from, Message message, long atNanos) {
        nowNanos = atNanos;
        switch ((PrimaryMessage) message) {
            case PrimaryMessage.Join join -> joined(from, join);
            case PrimaryMessage.Ship ship -> shipped(from, ship);
            case PrimaryMessage.Full full -> filled(from, full);
            case PrimaryMessage.Ack ack -> acknowledged(from, ack);
            case PrimaryMessage.Rejoin _ -> {
                if (from == primary) {
                    join();
                }
            }
            case PrimaryMessage.Ask ask -> {
                if (isPrimary()) {
                    serve(from, ask.request(), ask.isWrite(), ask.key(), ask.value());
                } else {
                    outbox.send(from, new PrimaryMessage.Answer(ask.request(), StoreResult.REFUSED, NOTHING));
                }
            }
            case PrimaryMessage.Answer answer -> outbox.reply(answer.request(), answer.result(), answer.value());
        }
    }

    private void joined(int from, PrimaryMessage.Join join) {
        if (!isPrimary()) {
            return;
        }
        long has = join.lastIndex();
        if (log.term(has) != join.lastEpoch()) {
            has = applied;
            outbox.send(from, new PrimaryMessage.Full(epoch, has, log.term(has), values.copy()));
        }
        followers.connected(from, has, log.lastIndex(), nowNanos);
        ship(from, has);
    }

    private void acknowledged(int from, PrimaryMessage.Ack ack) {
        if (!isPrimary() || ack.epoch() != epoch) {
            return;
        }
        if (!followers.isConnected(from)) {
            outbox.send(from, new PrimaryMessage.Rejoin());
            return;
        }
        if (followers.acknowledged(from, ack, log.lastIndex(), nowNanos)) {
            ship(from, followers.received(from));
        }
        if (hasFallenBack && followers.agreed(settings, required) == log.lastIndex()) {
            hasFallenBack = false;
        }
        acknowledge();
    }

    private boolean isFromPrimary(int from, int itsEpoch) {
        return from == primary && !isPrimary() && itsEpoch >= epoch && !hasPromised(itsEpoch);
    }

    private void shipped(int from, PrimaryMessage.Ship ship) {
        if (!isFromPrimary(from, ship.epoch())) {
            return;
        }
        epoch = ship.epoch();
        isJoined = true;
        long last = ship.previousIndex() + ship.entries().count();
        if (log.term(ship.previousIndex()) != ship.previousEpoch()) {
            if (ship.previousIndex() > log.snapshotIndex()) {
                join();
            }
            return;
        }
        if (last > log.lastIndex()) {
            append(ship);
            arrive(last, ship.sentNanos() + settings.applyDelayNanos());
        }
        acknowledgeReceived(false);
    }

    private void append(PrimaryMessage.Ship ship) {
        LogEntries entries = ship.entries();
        for (int i = (int) (log.lastIndex() - ship.previousIndex()); i < entries.count(); i++) {
            log.append(entries.terms()[i], entries.keys()[i], entries.values()[i]);
        }
    }

    private void arrive(long last, long dueNanos) {
        if (settings.applyDelayNanos() == 0 || (arrived.isEmpty() && dueNanos <= nowNanos)) {
            applyTo(last);
        } else {
            arrived.add(new long[] {last, dueNanos});
            if (arrived.size() == 1) {
                outbox.setTimer(APPLY, arrived.getFirst()[1]);
            }
        }
    }

    private void applyArrived() {
        while (!arrived.isEmpty() && arrived.getFirst()[1] <= nowNanos) {
            applyTo(arrived.removeFirst()[0]);
        }
        if (!arrived.isEmpty()) {
            outbox.setTimer(APPLY, arrived.getFirst()[1]);
        }
    }

    private void filled(int from, PrimaryMessage.Full full) {
        if (!isFromPrimary(from, full.epoch())) {
            return;
        }
        epoch = full.epoch();
        isJoined = true;
        arrived.clear();
        log.restart(full.index(), full.lastEpoch());
        values = full.values().copy();
        applied = full.index();
        acknowledgeReceived(false);
    }

    private void acknowledgeReceived(boolean isPeriodic) {
        if (hasPromised(epoch)) {
            return;
        }
        outbox.send(primary, new PrimaryMessage.Ack(epoch, log.lastIndex(), applied, isPeriodic));
    }

    private void applyTo(long index) {
        while (applied < index) {
            applied++;
            values.put(log.key(applied), log.value(applied));
        }
    }
}
