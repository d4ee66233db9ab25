package roundhouse.storage.consensus;

import java.util.random.RandomGenerator;
import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.ReplicaLog;
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
    private final Followers followers;
    private final Proposals proposals;
    private final ReadRounds rounds;
    private final WaitingReads waiting;
    private long nowNanos;

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
        proposals = new Proposals(state);
        rounds = new ReadRounds(state, this::tell);
        waiting = new WaitingReads(state);
    }

    public int term() {
        return state.term;
    }

    public boolean isLeader() {
        return state.isLeader();
    }

    /** The leader that it knows; -1 for none. */
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
        nowNanos = atNanos;
        state.restart();
        proposals.forget();
        waiting.forget();
        state.outbox.setTimer(TICK, atNanos + state.settings.heartbeatNanos());
    }

    @Override
    public void timer(int timer, long atNanos) {
        nowNanos = atNanos;
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
        waiting.tick();
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
        rounds.begin(nowNanos);
        for (int i = 0; i < state.settings.members(); i++) {
            if (i != state.self) {
                state.outbox.send(i, new RaftMessage.Heartbeat(state.term, followers.commitFor(i), rounds.round()));
            }
        }
    }

    private void becomeLeader() {
        state.role = RaftState.Role.LEADER;
        state.leader = state.self;
        state.electionElapsed = 0;
        followers.reset();
        rounds.reset();
        append(ReplicaLog.NO_KEY, NOTHING);
        followers.sendToAll();
        commitAgreed();
    }

    private long append(long key, long value) {
        long index = state.log.append(state.term, key, value);
        followers.appended();
        return index;
    }

    private void follow(int term, int leader) {
        boolean led = state.isLeader();
        state.follow(term, leader);
        if (led) {
            proposals.giveUp();
            rounds.giveUp();
        }
    }

    @Override
    public void request(StoreRequest request, long atNanos) {
        nowNanos = atNanos;
        boolean local = !request.isWrite() && (request.isLocal() || state.settings.reads() == RaftSettings.Reads.LOCAL);
        if (local) {
            state.outbox.reply(request.id(), StoreResult.OK, state.values.get(request.key(), 0));
        } else if (state.leader == RaftState.NOBODY) {
            state.outbox.reply(request.id(), StoreResult.REFUSED, NOTHING);
        } else if (request.isWrite()) {
            write(request);
        } else {
            waiting.add(request.id(), request.key());
            if (state.isLeader()) {
                askIndex(state.self, request.id());
            } else {
                state.outbox.send(state.leader, new RaftMessage.AskIndex(0, request.id()));
            }
        }
    }

    private void write(StoreRequest request) {
        if (state.isLeader()) {
            propose(state.self, request.id(), request.key(), request.value());
        } else {
            state.outbox.send(state.leader, new RaftMessage.Propose(0, request.id(), request.key(), request.value()));
        }
    }

    private void propose(int origin, long request, long key, long value) {
        proposals.add(append(key, value), request, origin);
        followers.sendToAll();
        commitAgreed();
    }

    private void askIndex(int origin, long request) {
        rounds.ask(origin, request, nowNanos);
        if (rounds.wantsRound()) {
            beginRound();
        }
    }

    /** Says up to where a member must have applied to answer a read. */
    private void tell(int origin, long request, long index) {
        if (origin == state.self) {
            waiting.told(request, index);
        } else {
            state.outbox.send(origin, new RaftMessage.IndexReply(0, request, index));
        }
    }

    @Override
    public void receive(int from, Message message, long atNanos) {
        nowNanos = atNanos;
        RaftMessage raft = (RaftMessage) message;
        switch (raft) {
            case RaftMessage.Propose propose -> proposed(from, propose);
            case RaftMessage.ProposeReply reply -> state.outbox.reply(reply.request(), reply.result(), reply.value());
            case RaftMessage.AskIndex ask -> {
                if (state.isLeader()) {
                    askIndex(from, ask.request());
                } else {
                    tell(from, ask.request(), -1);
                }
            }
            case RaftMessage.IndexReply reply -> waiting.told(reply.request(), reply.index());
            default -> {
                if (isOfThisTerm(from, raft)) {
                    take(from, raft);
                }
            }
        }
    }

    private void proposed(int from, RaftMessage.Propose propose) {
        if (state.isLeader()) {
            propose(from, propose.request(), propose.key(), propose.value());
        } else {
            state.outbox.send(from, new RaftMessage.ProposeReply(0, propose.request(), StoreResult.REFUSED, NOTHING));
        }
    }

    /** Follows a newer term; tells a sender of an older one of this. Returns whether the message counts. */
    private boolean isOfThisTerm(int from, RaftMessage message) {
        if (message.term() > state.term) {
            return isOfNewerTerm(from, message);
        }
        if (message.term() < state.term) {
            boolean fromOldLeader = message instanceof RaftMessage.Heartbeat || message instanceof RaftMessage.Append;
            if (fromOldLeader && (state.settings.checkQuorum() || state.settings.preVote())) {
                // Else a leader would never hear of the term of a member that it does not hear in time.
                state.outbox.send(from, new RaftMessage.AppendReply(state.term, 0, false, 0));
            } else if (message instanceof RaftMessage.Vote vote && vote.isPre()) {
                state.outbox.send(from, new RaftMessage.VoteReply(state.term, false, true));
            }
            return false;
        }
        return true;
    }

    private boolean isOfNewerTerm(int from, RaftMessage message) {
        switch (message) {
            case RaftMessage.Vote vote -> {
                if (elections.isIgnored()) {
                    return false;
                }
                if (!vote.isPre()) {
                    follow(vote.term(), RaftState.NOBODY);
                }
            }
            case RaftMessage.VoteReply reply when reply.isPre() && reply.granted() -> {
                // Said for the term that this member asked about.
            }
            case RaftMessage.Append _, RaftMessage.Heartbeat _, RaftMessage.Snapshot _ -> follow(message.term(), from);
            default -> follow(message.term(), RaftState.NOBODY);
        }
        return true;
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
                append(from, append);
            }
            case RaftMessage.Heartbeat heartbeat -> {
                hear(from);
                commitTo(heartbeat.commit());
                state.outbox.send(from, new RaftMessage.HeartbeatReply(state.term, heartbeat.round()));
            }
            case RaftMessage.Snapshot snapshot -> {
                hear(from);
                install(from, snapshot);
            }
            case RaftMessage.AppendReply reply -> appended(from, reply);
            case RaftMessage.HeartbeatReply reply -> {
                if (state.isLeader()) {
                    followers.heard(from);
                    rounds.answered(from, reply.round());
                    if (rounds.wantsRound()) {
                        beginRound();
                    }
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

    private void append(int from, RaftMessage.Append append) {
        long previous = append.previousIndex();
        if (previous < state.commit) {
            reply(from, state.commit);
        } else if (state.log.term(previous) != append.previousTerm()) {
            state.outbox.send(from, new RaftMessage.AppendReply(state.term, previous, true, state.log.lastIndex()));
        } else {
            LogEntries entries = append.entries();
            for (int i = 0; i < entries.count(); i++) {
                long index = previous + 1 + i;
                if (state.log.term(index) != entries.terms()[i]) {
                    if (index <= state.log.lastIndex()) {
                        state.log.truncate(index);
                    }
                    state.log.append(entries.terms()[i], entries.keys()[i], entries.values()[i]);
                }
            }
            long last = previous + entries.count();
            commitTo(Math.min(append.commit(), last));
            reply(from, last);
        }
    }

    private void reply(int leader, long index) {
        state.outbox.send(leader, new RaftMessage.AppendReply(state.term, index, false, 0));
    }

    private void install(int from, RaftMessage.Snapshot snapshot) {
        if (snapshot.index() > state.commit) {
            state.log.restart(snapshot.index(), snapshot.lastTerm());
            state.values = snapshot.values().copy();
            state.commit = snapshot.index();
            state.applied = snapshot.index();
            waiting.applied();
        }
        reply(from, state.commit);
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
        apply();
        followers.sendToAll();
        if (rounds.wantsRound()) {
            beginRound();
        }
        return true;
    }

    private void commitTo(long index) {
        if (index > state.commit) {
            state.commit = index;
            apply();
        }
    }

    private void apply() {
        while (state.applied < state.commit) {
            long index = ++state.applied;
            long key = state.log.key(index);
            if (key != ReplicaLog.NO_KEY) {
                state.values.put(key, state.log.value(index));
                proposals.applied(index, state.log.value(index));
            }
        }
        waiting.applied();
        int most = state.settings.snapshotEntries();
        if (state.applied - state.log.snapshotIndex() > most) {
            state.log.compact(state.applied - most / 2);
        }
    }
}
