package roundhouse.storage.consensus;

import java.util.random.RandomGenerator;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.ReplicaLog;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreResult;
import roundhouse.tables.LongTable;

/** What the parts of one member share. Term, vote, log and what was applied outlive a crash. */
final class RaftState {
    static final int NOBODY = -1;

    enum Role {
        FOLLOWER,
        /** Asks whether it would be elected. */
        PRE_CANDIDATE,
        CANDIDATE,
        LEADER
    }

    final int self;
    final RaftSettings settings;
    final Outbox outbox;
    private final RandomGenerator random;
    final ReplicaLog log = new ReplicaLog();
    LongTable values = new LongTable();
    int term;
    int vote = NOBODY;
    long commit;
    long applied;

    Role role = Role.FOLLOWER;
    int leader = NOBODY;
    int electionElapsed;
    int electionLimit;
    /** For so many ticks after a crash no votes: it may have promised a leader its lease. */
    int quietTicks;

    long nowNanos;
    /** All that was committed by then, by the leader's clock, is applied here. */
    long freshNanos = Long.MIN_VALUE / 2;

    RaftState(int self, RaftSettings settings, Outbox outbox, RandomGenerator random) {
        this.self = self;
        this.settings = settings;
        this.outbox = outbox;
        this.random = random;
    }

    /** Forgets what was in memory only. */
    void restart() {
        commit = applied;
        quietTicks = settings.reads() == RaftSettings.Reads.LEASE && term > 0 ? settings.electionTicks() : 0;
        follow(term, NOBODY);
    }

    /** Follows a leader, or nobody yet, in a term that is not smaller than its own. */
    void follow(int inTerm, int whom) {
        role = Role.FOLLOWER;
        leader = whom;
        enter(inTerm);
    }

    /** Goes to a term; the vote of a new one is free. */
    void enter(int inTerm) {
        if (inTerm > term) {
            term = inTerm;
            vote = NOBODY;
        }
        electionElapsed = 0;
        drawElectionLimit();
    }

    void drawElectionLimit() {
        electionLimit = settings.electionTicks() + random.nextInt(settings.electionTicks());
    }

    boolean isLeader() {
        return role == Role.LEADER;
    }

    /**
     * Answers a request that was made here.
     *
     * @param seen {@link Seen.Nothing#UNASKED} if its client does not keep what it saw
     */
    void reply(long request, StoreResult result, long value, Seen seen) {
        if (seen == Seen.Nothing.UNASKED) {
            outbox.reply(request, result, value);
        } else {
            outbox.reply(request, result, Found.of(value, seen));
        }
    }

    /** What a client has seen that reads here, if it wants to know. */
    Seen seen(boolean wantsSeen) {
        return wantsSeen ? new LogPosition(log.term(applied), applied) : Seen.Nothing.UNASKED;
    }

    /** Tells every other member. */
    void sendToOthers(RaftMessage message) {
        for (int i = 0; i < settings.members(); i++) {
            if (i != self) {
                outbox.send(i, message);
            }
        }
    }
}
