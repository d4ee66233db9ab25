package roundhouse.storage.leaderless;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.ReplicaCounts;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/**
 * A member of a store without a leader, after Dynamo (DeCandia et al. 2007) and Cassandra: whoever is asked coordinates. A write goes to
 * all replicas of its key and is done when enough have it; a read puts together what enough replicas have. If too few are held to be up the
 * request is refused at once; if too few answer in time the outcome of a write is unknown, and it may still spread. What a replica missed
 * it gets by hints, by reads that find it out, and by comparing.
 *
 * <p>Where versions do not merely replace each other ({@link Conflicts}) a write changes what its coordinator has, so only a replica of
 * the key can coordinate it; another member hands it on.
 */
public final class LeaderlessReplica implements Replica {

    private final LeaderlessState state;
    private final ReplicaReads reads;
    /** What it coordinates, in the order in which it began. */
    private final Map<Long, Coordination> running = new LinkedHashMap<>();

    private long operations;

    /** Keys that change hands are sent at once. */
    public LeaderlessReplica(int self, LeaderlessSettings settings, PreferenceList preferences, Outbox outbox) {
        this(self, settings, preferences, StreamPace.UNLIMITED, outbox);
    }

    public LeaderlessReplica(
            int self, LeaderlessSettings settings, PreferenceList preferences, StreamPace pace, Outbox outbox) {
        state = new LeaderlessState(self, settings, preferences, pace, outbox);
        reads = new ReplicaReads(state, request -> coordinate(state.self, request));
    }

    /** What it has under a key, as one number. */
    public long value(long key) {
        return found(key).value();
    }

    /** All that it has under a key. */
    public Found found(long key) {
        return state.contents.get(key).found();
    }

    /** What some members have under a key together, as one number. */
    public static long together(List<LeaderlessReplica> members, long key) {
        return members.stream()
                .map(member -> member.state.contents.get(key))
                .reduce(Content::merge)
                .map(content -> content.found().value())
                .orElse(NOTHING);
    }

    @Override
    public int leader() {
        return NOBODY;
    }

    @Override
    public int term() {
        return 0;
    }

    @Override
    public long position() {
        return state.contents.taken();
    }

    @Override
    public ReplicaCounts counts() {
        return new ReplicaCounts(
                hintsStored(), hintsDelivered(), repairs(), conflicts(), siblings(), keysStreamed(), bytesStreamed());
    }

    /** How many writes it has kept for others. */
    public long hintsStored() {
        return state.hints.stored();
    }

    public long hintsDelivered() {
        return state.hints.delivered();
    }

    public int hintsWaiting() {
        return state.hints.waiting();
    }

    /** How many older versions its reads found and mended. */
    public long repairs() {
        return state.repairs;
    }

    /** How often versions that did not know of each other met here; under last write wins nobody can tell. */
    public long conflicts() {
        return state.contents.conflicts();
    }

    /** How many versions it has beside the first of each key. */
    public long siblings() {
        return state.contents.siblings();
    }

    /**
     * Other members have the keys from now on: who has joined or left is in this list, and not in the last or the other way round. Every
     * member is told the same; the data follows by itself.
     *
     * @param number counts up from 1, by one each time
     * @throws IllegalStateException while {@link #isMoving}
     */
    public void change(int number, PreferenceList after, long atNanos) {
        state.nowNanos = atNanos;
        state.handover.begin(number, after);
    }

    /** A member never comes back: no change waits for it any more. */
    public void gone(int member) {
        state.handover.gone(member);
    }

    /** Whether keys still change hands after the last change. */
    public boolean isMoving() {
        return state.handover.isGoingOn();
    }

    /** Whether all that changes hands has been sent, so that it reads where keys are to be; while {@link #isMoving}. */
    public boolean isReadingWhereKeysAreToBe() {
        return state.handover.isReadingAfter();
    }

    /** How many keys it has sent to members that are to have them after a change. */
    public long keysStreamed() {
        return state.handover.keysSent();
    }

    public long bytesStreamed() {
        return state.handover.bytesSent();
    }

    /** The keys under which it has anything, in ascending order. */
    public long[] keys() {
        return state.contents.keys();
    }

    @Override
    public void start(long atNanos) {
        state.nowNanos = atNanos;
        running.clear();
        reads.forget();
        state.handover.start();
        state.suspicion.reset(atNanos);
        gossip();
        if (state.settings.repair().antiEntropyNanos() > 0) {
            state.outbox.setTimer(
                    LeaderlessTimer.COMPARE, atNanos + state.settings.repair().antiEntropyNanos());
        }
    }

    private void gossip() {
        int oldestView =
                running.isEmpty() ? state.view : running.values().iterator().next().view;
        LeaderlessMessage.Gossip gossip = state.handover.tick(oldestView);
        for (int i = 0; i < state.settings.members(); i++) {
            if (i != state.self) {
                state.outbox.send(i, gossip);
            }
        }
        state.outbox.setTimer(
                LeaderlessTimer.GOSSIP, state.nowNanos + state.settings.timing().gossipNanos());
    }

    @Override
    public void timer(int timer, long atNanos) {
        state.nowNanos = atNanos;
        switch (timer) {
            case LeaderlessTimer.GOSSIP -> gossip();
            case LeaderlessTimer.TIMEOUT -> timeOut();
            case LeaderlessTimer.PATIENCE -> reads.giveUp();
            case LeaderlessTimer.STREAM -> state.handover.sent();
            default -> {
                state.antiEntropy.compareWithNext();
                state.outbox.setTimer(
                        LeaderlessTimer.COMPARE,
                        atNanos + state.settings.repair().antiEntropyNanos());
            }
        }
    }

    @Override
    public void request(StoreRequest request, long atNanos) {
        state.nowNanos = atNanos;
        if (request.isLocal() && !request.isWrite()) {
            reads.read(request);
            return;
        }
        int coordinator = request.isWrite() ? coordinator(request.key()) : state.self;
        if (coordinator == state.self) {
            coordinate(state.self, request);
        } else if (coordinator == PreferenceList.NOBODY) {
            state.reply(request, StoreResult.REFUSED, Found.NONE);
        } else {
            state.outbox.send(coordinator, new LeaderlessMessage.Ask(request));
        }
    }

    /** Who can coordinate a write: this member if it has what is changed, else the first that has it and is up. */
    private int coordinator(long key) {
        if (!state.settings.conflicts().changesOwn()) {
            return state.self;
        }
        int first = PreferenceList.NOBODY;
        for (int home : state.home(key)) {
            if (home == state.self) {
                return home;
            }
            first = first == PreferenceList.NOBODY && state.isUp(home) ? home : first;
        }
        return first;
    }

    private void coordinate(int origin, StoreRequest request) {
        long operation = ++operations;
        Coordination begun = request.isWrite()
                ? new WriteCoordination(state, operation, origin, request)
                : new ReadCoordination(state, operation, origin, request);
        begun.begin();
        if (!begun.isDone()) {
            if (running.isEmpty()) {
                state.outbox.setTimer(
                        LeaderlessTimer.TIMEOUT,
                        state.nowNanos + state.settings.timing().timeoutNanos());
            }
            running.put(operation, begun);
        }
    }

    /** Ends what has run for too long. */
    private void timeOut() {
        var oldest = running.values().iterator();
        while (oldest.hasNext()) {
            Coordination each = oldest.next();
            if (state.nowNanos - each.since < state.settings.timing().timeoutNanos()) {
                state.outbox.setTimer(
                        LeaderlessTimer.TIMEOUT,
                        each.since + state.settings.timing().timeoutNanos());
                return;
            }
            oldest.remove();
            each.timeOut();
        }
    }

    @Override
    public void receive(int from, Message message, long atNanos) {
        state.nowNanos = atNanos;
        state.suspicion.heard(from, atNanos);
        switch ((LeaderlessMessage) message) {
            case LeaderlessMessage.Put put -> {
                state.accept(put);
                state.outbox.send(from, new LeaderlessMessage.PutAck(put.operation()));
            }
            case LeaderlessMessage.PutAck ack -> acknowledged(from, ack.operation());
            case LeaderlessMessage.Get get ->
                state.outbox.send(from, new LeaderlessMessage.Got(get.operation(), state.known(get.key())));
            case LeaderlessMessage.Got got -> got(from, got);
            case LeaderlessMessage.Ask ask -> coordinate(from, ask.request());
            case LeaderlessMessage.Answer answer -> state.reply(answer.request(), answer.result(), answer.found());
            case LeaderlessMessage.Gossip gossip -> {
                state.handover.heard(from, gossip);
                state.hints.deliver(from, atNanos);
            }
            case LeaderlessMessage.Stream stream -> {
                for (int i = 0; i < stream.keys().length; i++) {
                    state.contents.merge(stream.keys()[i], stream.contents().get(i));
                }
                state.outbox.send(from, new LeaderlessMessage.StreamAck(stream.batch()));
            }
            case LeaderlessMessage.StreamAck ack -> state.handover.acknowledged(from, ack.batch());
            case LeaderlessMessage.Summary summary -> state.antiEntropy.compare(from, summary);
            case LeaderlessMessage.Versions newer -> state.antiEntropy.take(from, newer);
        }
        reads.moved();
    }

    private void acknowledged(int from, long operation) {
        Coordination each = running.get(operation);
        if (operation < 0) {
            state.hints.delivered(operation);
        } else if (each != null) {
            each.acknowledged(from);
            retire(each);
        }
    }

    private void got(int from, LeaderlessMessage.Got got) {
        Coordination read = running.get(got.operation());
        if (read != null) {
            read.got(from, got.content());
            retire(read);
        }
    }

    private void retire(Coordination each) {
        if (each.isDone()) {
            running.remove(each.operation);
        }
    }
}
