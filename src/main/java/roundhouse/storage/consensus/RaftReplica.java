package roundhouse.storage.consensus;

import java.util.random.RandomGenerator;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.ReplicaLog;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/**
 * A member of a store whose members agree on one log: Raft (Ongaro and Ousterhout 2014), in the details etcd's {@code raft/raft.go} (3.4),
 * with time in ticks of a heartbeat. A member that does not lead hands writes to the leader, and asks it how far it must have applied to
 * answer a read; without a leader it refuses. Term, vote and log are on disk before any message that depends on them is sent.
 */
public final class RaftReplica implements Replica {
    private static final int TICK = 0;

    private final RaftState state;
    private final Elections elections;
    private final TermRule terms;
    private final Followers followers;
    private final Proposals proposals;
    private final LinearizableReads reads;
    private final StateMachine machine;
    private final AppendEntries entries;

    /**
     * @param self its number among the members
     * @param random for how long it waits for a leader
     */
    public RaftReplica(int self, RaftSettings settings, Outbox outbox, RandomGenerator random) {
        this(new RaftState(self, settings, outbox, random));
    }

    private RaftReplica(RaftState state) {
        this(state, new Elections(state), new Followers(state));
    }

    RaftReplica(RaftState state, Elections elections, Followers followers) {
        this.state = state;
        this.elections = elections;
        this.followers = followers;
        terms = new TermRule(state, elections, this::follow);
        proposals = new Proposals(state);
        reads = new LinearizableReads(state, this::beginRound);
        machine = new StateMachine(state, proposals, reads.waiting, reads.local);
        entries = new AppendEntries(state, machine);
    }

    @Override
    public int term() {
        return state.term;
    }

    public boolean isLeader() {
        return state.isLeader();
    }

    @Override
    public long position() {
        return state.applied;
    }

    @Override
    public int leader() {
        return state.leader;
    }

    public ReplicaLog log() {
        return state.log;
    }

    /** Up to where it knows that all is committed. */
    public long commit() {
        return state.commit;
    }

    public long applied() {
        return state.applied;
    }

    /** What it has applied under a key. */
    public long value(long key) {
        return state.values.get(key, 0);
    }

    @Override
    public void start(long atNanos) {
        state.nowNanos = atNanos;
        state.restart();
        proposals.forget();
        reads.forget();
        state.outbox.setTimer(TICK, atNanos + state.settings.heartbeatNanos());
    }

    @Override
    public void timer(int timer, long atNanos) {
        state.nowNanos = atNanos;
        state.outbox.setTimer(TICK, atNanos + state.settings.heartbeatNanos());
        state.quietTicks = Math.max(0, state.quietTicks - 1);
        state.electionElapsed++;
        if (state.isLeader()) {
            lead();
        } else if (state.electionElapsed >= state.electionLimit) {
            if (elections.campaign(state.settings.preVote())) {
                becomeLeader();
            }
        }
        reads.tick();
    }

    /** What a leader does every tick. */
    private void lead() {
        if (state.electionElapsed >= state.settings.electionTicks()) {
            state.electionElapsed = 0;
            if (state.settings.checkQuorum() && !followers.isQuorumActive()) {
                follow(state.term, RaftState.NOBODY);
                return;
            }
        }
        beginRound();
    }

    private void beginRound() {
        reads.rounds.begin(state.nowNanos);
        for (int i = 0; i < state.settings.members(); i++) {
            if (i != state.self) {
                state.outbox.send(
                        i,
                        new RaftMessage.Heartbeat(
                                state.term,
                                followers.commitFor(i),
                                reads.rounds.round(),
                                reads.rounds.freshIndex(),
                                reads.rounds.freshNanos()));
            }
        }
        machine.fresh(reads.rounds.freshIndex(), reads.rounds.freshNanos());
    }

    private void becomeLeader() {
        state.role = RaftState.Role.LEADER;
        state.leader = state.self;
        state.electionElapsed = 0;
        followers.reset();
        reads.rounds.reset();
        append(ReplicaLog.NO_KEY, NOTHING);
        followers.sendToAll();
        commitAgreed();
    }

    private long append(long key, long value) {
        long index = state.log.append(state.term, key, value);
        state.outbox.holds(key, value);
        followers.appended();
        return index;
    }

    private void follow(int term, int leader) {
        boolean led = state.isLeader();
        state.follow(term, leader);
        if (led) {
            proposals.giveUp();
            reads.rounds.giveUp();
        }
    }

    @Override
    public void request(StoreRequest request, long atNanos) {
        state.nowNanos = atNanos;
        boolean isLocal =
                !request.isWrite() && (request.isLocal() || state.settings.reads() == RaftSettings.Reads.LOCAL);
        if (isLocal) {
            reads.local.read(request);
        } else if (!request.isWrite()) {
            reads.read(request);
        } else if (state.leader == RaftState.NOBODY) {
            state.outbox.reply(request.id(), StoreResult.REFUSED, NOTHING);
        } else if (state.isLeader()) {
            propose(state.self, request.id(), request.key(), request.written(), request.wantsSeen());
        } else {
            state.outbox.send(
                    state.leader,
                    new RaftMessage.Propose(0, request.id(), request.key(), request.written(), request.wantsSeen()));
        }
    }

    private void propose(int origin, long request, long key, long value, boolean wantsSeen) {
        proposals.add(append(key, value), request, origin, wantsSeen);
        followers.sendToAll();
        commitAgreed();
    }

    @Override
    public void receive(int from, Message message, long atNanos) {
        state.nowNanos = atNanos;
        RaftMessage raft = (RaftMessage) message;
        switch (raft) {
            case RaftMessage.Propose propose -> proposed(from, propose);
            case RaftMessage.ProposeReply reply ->
                state.reply(reply.request(), reply.result(), reply.value(), reply.seen());
            case RaftMessage.AskIndex ask -> reads.asked(from, ask);
            case RaftMessage.IndexReply reply -> reads.told(reply.request(), reply.index());
            default -> {
                if (terms.counts(from, raft)) {
                    take(from, raft);
                }
            }
        }
    }

    private void proposed(int from, RaftMessage.Propose propose) {
        if (state.isLeader()) {
            propose(from, propose.request(), propose.key(), propose.value(), propose.wantsSeen());
        } else {
            state.outbox.send(
                    from,
                    new RaftMessage.ProposeReply(
                            0, propose.request(), StoreResult.REFUSED, NOTHING, Seen.Nothing.UNASKED));
        }
    }

    private void take(int from, RaftMessage message) {
        switch (message) {
            case RaftMessage.Vote vote -> elections.answer(from, vote);
            case RaftMessage.VoteReply reply -> {
                if (elections.count(from, reply)) {
                    becomeLeader();
                }
            }
            case RaftMessage.Append append -> {
                hear(from);
                entries.take(from, append);
            }
            case RaftMessage.Heartbeat heartbeat -> {
                hear(from);
                machine.commitTo(heartbeat.commit());
                machine.fresh(heartbeat.freshIndex(), heartbeat.freshNanos());
                state.outbox.send(from, new RaftMessage.HeartbeatReply(state.term, heartbeat.round()));
            }
            case RaftMessage.Snapshot snapshot -> {
                hear(from);
                entries.take(from, snapshot);
            }
            case RaftMessage.AppendReply reply -> appended(from, reply);
            case RaftMessage.HeartbeatReply reply -> {
                if (state.isLeader()) {
                    followers.heard(from);
                    reads.rounds.answered(from, reply.round());
                    reads.beginRoundIfWanted();
                }
            }
            default -> throw new IllegalArgumentException("not of a term: " + message);
        }
    }

    /** The leader of this term is there. */
    private void hear(int leader) {
        if (state.role != RaftState.Role.FOLLOWER) {
            follow(state.term, leader);
        }
        state.leader = leader;
        state.electionElapsed = 0;
    }

    private void appended(int from, RaftMessage.AppendReply reply) {
        if (!state.isLeader()) {
            return;
        }
        boolean more = followers.answered(from, reply);
        if (more && !commitAgreed() && followers.lacks(from)) {
            followers.send(from);
        }
    }

    /** Commits what can be, tells the others and answers. */
    private boolean commitAgreed() {
        if (!followers.commit()) {
            return false;
        }
        machine.apply();
        followers.sendToAll();
        reads.beginRoundIfWanted();
        return true;
    }
}
