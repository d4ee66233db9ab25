package roundhouse.storage.primary;

import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/**
 * A member of a store with one primary: it puts writes into its log and ships that to the followers that joined it, which apply what they
 * receive. Who is the primary is said from outside, by hand or by watchers; each time is an epoch of its own. A member that comes back is
 * what it was, so an old primary accepts writes until somebody tells it whom to follow, and then loses what the new one does not have.
 * Followers hand requests on to the primary, and answer local reads.
 */
public final class PrimaryReplica implements Replica {

    private final PrimaryState state;
    private final Fencing fencing;
    private final Leading leading;
    private final Following following;
    private final FollowerReads reads;

    /** @param primary who is the primary at first */
    public PrimaryReplica(int self, int primary, PrimarySettings settings, Outbox outbox) {
        state = new PrimaryState(self, primary, settings, outbox);
        FollowerTable followers = new FollowerTable(self, settings.members());
        fencing = new Fencing(state, followers);
        leading = new Leading(state, followers, fencing);
        following = new Following(state, fencing);
        reads = new FollowerReads(state);
    }

    @Override
    public int leader() {
        return state.primary;
    }

    @Override
    public int term() {
        return state.epoch;
    }

    @Override
    public long position() {
        return state.log.lastIndex();
    }

    public boolean isPrimary() {
        return state.isPrimary();
    }

    /** Whom it follows; itself for the primary. */
    public int primary() {
        return state.primary;
    }

    public int epoch() {
        return state.epoch;
    }

    /** How far its log goes. */
    public long lastIndex() {
        return state.log.lastIndex();
    }

    public long applied() {
        return state.applied;
    }

    /** What can be read here under a key. */
    public long value(long key) {
        return state.values.get(key, 0);
    }

    /** Whether it has fallen back to acknowledging at once. */
    public boolean hasFallenBack() {
        return leading.hasFallenBack();
    }

    /** Whether it would take a write. */
    public boolean acceptsWrites(long atNanos) {
        state.nowNanos = atNanos;
        return isPrimary() && !fencing.refusesAll() && !leading.refusesWrites();
    }

    @Override
    public void start(long atNanos) {
        state.nowNanos = atNanos;
        leading.forget();
        reads.forget();
        following.settle();
        if (!isPrimary()) {
            following.join();
        }
        state.outbox.setTimer(PrimaryTimer.EVERY_PERIOD, atNanos + state.settings.ackPeriodNanos());
    }

    /** Becomes the primary of an epoch that is later than its own; what it has received it applies first. */
    public void promote(int newEpoch, long atNanos) {
        state.nowNanos = atNanos;
        state.epoch = newEpoch;
        state.primary = state.self;
        following.settle();
        leading.begin();
        fencing.promoted();
        reads.moved();
    }

    /** With fencing: until a time it deals with no primary of an epoch before one, nor is one. */
    void promise(int newEpoch, long untilNanos) {
        fencing.promise(newEpoch, untilNanos);
    }

    /** Follows a primary of an epoch that is not earlier than its own. What waits is not known to be safe. */
    public void follow(int whom, int newEpoch, long atNanos) {
        state.nowNanos = atNanos;
        leading.giveUp();
        state.epoch = newEpoch;
        state.primary = whom;
        following.join();
    }

    /** The connection to a member was closed: it is not waited for until it joins again. */
    public void disconnected(int member, long atNanos) {
        state.nowNanos = atNanos;
        leading.disconnected(member);
    }

    /** From now on so many followers must have a write; what waits for more is acknowledged. */
    public void require(int newRequired, long atNanos) {
        state.nowNanos = atNanos;
        leading.require(newRequired);
    }

    /**
     * Ends the waiting of a write by hand: it and those before it stay, and can be read here.
     *
     * @param result what its client is told: {@link StoreResult#OK} when the wait is cancelled, {@link StoreResult#UNKNOWN} when its
     *     session is ended
     */
    public void release(long request, StoreResult result) {
        leading.release(request, result);
    }

    @Override
    public void timer(int timer, long atNanos) {
        state.nowNanos = atNanos;
        switch (timer) {
            case PrimaryTimer.EVERY_PERIOD -> {
                state.outbox.setTimer(PrimaryTimer.EVERY_PERIOD, atNanos + state.settings.ackPeriodNanos());
                if (isPrimary()) {
                    leading.everyPeriod();
                } else {
                    following.everyPeriod();
                }
            }
            case PrimaryTimer.APPLY -> {
                following.applyArrived();
                reads.moved();
            }
            case PrimaryTimer.PATIENCE -> reads.giveUp();
            default -> leading.writeTimeout();
        }
    }

    @Override
    public void request(StoreRequest request, long atNanos) {
        state.nowNanos = atNanos;
        boolean isLocalRead = !request.isWrite() && request.isLocal() && !isPrimary();
        if (isLocalRead) {
            reads.read(request);
        } else if (isPrimary()) {
            leading.serve(state.self, request);
        } else {
            state.outbox.send(state.primary, new PrimaryMessage.Ask(request));
        }
    }

    @Override
    public void receive(int from, Message message, long atNanos) {
        state.nowNanos = atNanos;
        switch ((PrimaryMessage) message) {
            case PrimaryMessage.Join join when isPrimary() -> leading.joined(from, join);
            case PrimaryMessage.Ack ack when isPrimary() -> leading.acknowledged(from, ack);
            case PrimaryMessage.Ship ship -> {
                following.shipped(from, ship);
                reads.moved();
            }
            case PrimaryMessage.Full full -> {
                following.filled(from, full);
                reads.moved();
            }
            case PrimaryMessage.Rejoin _ when from == state.primary -> following.join();
            case PrimaryMessage.Ask ask when isPrimary() -> leading.serve(from, ask.request());
            case PrimaryMessage.Ask ask -> state.refuse(from, ask.request());
            case PrimaryMessage.AskIndex ask -> {
                boolean knows = isPrimary() && !fencing.refusesAll();
                state.outbox.send(from, new PrimaryMessage.IndexReply(ask.request(), knows ? state.applied : -1));
            }
            case PrimaryMessage.IndexReply reply -> reads.told(reply);
            case PrimaryMessage.Answer answer ->
                state.answer(state.self, answer.request(), answer.result(), answer.value(), answer.seen());
            case PrimaryMessage.Join _, PrimaryMessage.Ack _, PrimaryMessage.Rejoin _ -> {
                // From a time when the other or this one was another.
            }
        }
    }
}
