package roundhouse.storage.primary;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import roundhouse.storage.replication.Outbox;

/**
 * Watches the members of a store and promotes a follower when enough watchers hold the primary to be down, after Redis Sentinel 7.0
 * ({@code src/sentinel.c}). Down for one: no answer for the time, counted from the first ping without one. Down for all: a quorum of them
 * says so. Then one is elected, first come per epoch, by a majority of all watchers and at least the quorum; it chooses the follower that
 * answered of late and has the most, at a tie the first; and it notices by the next answer that this is the primary now. Who says that it
 * is the primary and is not is told to follow after eight seconds of it.
 */
final class Sentinel {
    static final int TICK = 100;

    private static final long MILLIS = 1_000_000;
    private static final long TICK_NANOS = 100 * MILLIS;
    private static final long PING_NANOS = 1_000 * MILLIS;
    private static final long ASK_NANOS = 1_000 * MILLIS;
    private static final long HELLO_NANOS = 2_000 * MILLIS;
    private static final long FRESH_NANOS = 5_000 * MILLIS;
    private static final long MOST_ELECTION_NANOS = 10_000 * MILLIS;
    private static final long SANE_NANOS = 8_000 * MILLIS;
    private static final int NOBODY = -1;

    private enum Phase {
        WATCHING,
        ELECTING,
        /** It was elected, and waits for the one it promoted to say that it is the primary. */
        PROMOTING
    }

    private final int self;
    private final int members;
    private final SentinelSettings settings;
    private final Outbox outbox;
    private final RandomGenerator random;
    private final WatchedMembers watched;
    private final long[] saidDownAt;
    private final int[] votes;

    private int primary;
    private int configEpoch = 1;
    private int epoch = 1;
    private int votedEpoch;
    private int votedFor = NOBODY;
    private Phase phase = Phase.WATCHING;
    private long phaseSince;
    private long notBefore;
    private int promoted = NOBODY;
    private long pingedAt;
    private long askedAt;
    private long helloAt;

    Sentinel(int self, int members, int primary, SentinelSettings settings, Outbox outbox, RandomGenerator random) {
        this.self = self;
        this.members = members;
        this.primary = primary;
        this.settings = settings;
        this.outbox = outbox;
        this.random = random;
        watched = new WatchedMembers(members);
        saidDownAt = new long[members];
        votes = new int[members];
    }

    int primary() {
        return primary;
    }

    /** The latest epoch in which it voted. */
    int votedEpoch() {
        return votedEpoch;
    }

    void start(long nowNanos) {
        phase = Phase.WATCHING;
        watched.reset(nowNanos);
        Arrays.fill(saidDownAt, Long.MIN_VALUE / 2);
        pingedAt = Long.MIN_VALUE / 2;
        askedAt = Long.MIN_VALUE / 2;
        helloAt = nowNanos;
        notBefore = nowNanos;
        outbox.setTimer(TICK, nowNanos + random.nextLong(TICK_NANOS));
    }

    void tick(long nowNanos) {
        // Never two watchers in step: else they would ask for votes at the same moment for ever.
        outbox.setTimer(TICK, nowNanos + TICK_NANOS - random.nextLong(10 * MILLIS));
        if (nowNanos - pingedAt >= PING_NANOS) {
            pingedAt = nowNanos;
            for (int i = 0; i < members; i++) {
                watched.pinged(i, nowNanos);
                outbox.send(i, new SentinelMessage.Ping());
            }
        }
        if (nowNanos - helloAt >= HELLO_NANOS) {
            helloAt = nowNanos;
            sendToOthers(new SentinelMessage.Hello(primary, configEpoch));
        }
        mend(nowNanos);
        switch (phase) {
            case WATCHING -> watch(nowNanos);
            case ELECTING -> {
                if (nowNanos - phaseSince > Math.min(MOST_ELECTION_NANOS, settings.failoverTimeoutNanos())) {
                    phase = Phase.WATCHING;
                }
            }
            case PROMOTING -> {
                if (nowNanos - phaseSince > settings.failoverTimeoutNanos()) {
                    phase = Phase.WATCHING;
                }
            }
        }
    }

    private boolean isDown(int member, long nowNanos) {
        return watched.isSilent(member, settings.downAfterNanos(), nowNanos);
    }

    private void watch(long nowNanos) {
        if (!isDown(primary, nowNanos)) {
            return;
        }
        if (nowNanos - askedAt >= ASK_NANOS) {
            askedAt = nowNanos;
            sendToOthers(new SentinelMessage.AskDown(primary));
        }
        startIfAgreed(nowNanos);
    }

    private void startIfAgreed(long nowNanos) {
        int agree = 1;
        for (int i = 0; i < members; i++) {
            agree += i != self && nowNanos - saidDownAt[i] < FRESH_NANOS ? 1 : 0;
        }
        if (phase == Phase.WATCHING
                && agree >= settings.quorum()
                && nowNanos >= notBefore
                && isDown(primary, nowNanos)) {
            phase = Phase.ELECTING;
            phaseSince = nowNanos;
            epoch++;
            votedEpoch = epoch;
            votedFor = self;
            Arrays.fill(votes, NOBODY);
            votes[self] = self;
            notBefore = nowNanos + 2 * settings.failoverTimeoutNanos() + random.nextLong(1_000 * MILLIS);
            sendToOthers(new SentinelMessage.AskVote(epoch));
            electIfEnough(nowNanos);
        }
    }

    private void electIfEnough(long nowNanos) {
        long mine = Arrays.stream(votes).filter(vote -> vote == self).count();
        if (phase == Phase.ELECTING && mine >= Math.max(members / 2 + 1, settings.quorum())) {
            promoted = watched.best(primary, FRESH_NANOS, nowNanos);
            if (promoted == NOBODY) {
                phase = Phase.WATCHING;
                return;
            }
            phase = Phase.PROMOTING;
            phaseSince = nowNanos;
            outbox.send(promoted, new SentinelMessage.Promote(epoch));
        }
    }

    /**
     * Tells those that do not follow the primary that they shall, when they have been so for long enough. But if most follow one of a later
     * epoch, then who promoted that did not live to tell, and it is the primary.
     */
    private void mend(long nowNanos) {
        for (int i = 0; i < members; i++) {
            if (i == primary || phase != Phase.WATCHING || !watched.isAstray(i, primary, SANE_NANOS, nowNanos)) {
                continue;
            }
            int other = watched.follows(i);
            if (watched.epoch(i) > configEpoch && watched.followers(other) > members / 2) {
                switchTo(other, watched.epoch(i), nowNanos);
                sendToOthers(new SentinelMessage.Hello(primary, configEpoch));
            } else {
                outbox.send(i, new SentinelMessage.Follow(primary, configEpoch, true));
            }
        }
    }

    void receive(int from, SentinelMessage message, long nowNanos) {
        switch (message) {
            case SentinelMessage.Pong pong -> answered(from, pong, nowNanos);
            case SentinelMessage.AskDown ask ->
                outbox.send(
                        from,
                        new SentinelMessage.DownReply(
                                ask.primary(), ask.primary() == primary && isDown(primary, nowNanos)));
            case SentinelMessage.DownReply reply -> {
                if (reply.isDown() && reply.primary() == primary) {
                    saidDownAt[from] = nowNanos;
                    startIfAgreed(nowNanos);
                }
            }
            case SentinelMessage.AskVote ask -> vote(from, ask, nowNanos);
            case SentinelMessage.Vote vote -> {
                if (vote.epoch() == epoch) {
                    votes[from] = vote.chosen();
                    electIfEnough(nowNanos);
                }
            }
            case SentinelMessage.Hello hello -> {
                if (hello.epoch() > configEpoch) {
                    switchTo(hello.primary(), hello.epoch(), nowNanos);
                }
            }
            default -> throw new IllegalArgumentException("not for a watcher: " + message);
        }
    }

    private void vote(int from, SentinelMessage.AskVote ask, long nowNanos) {
        if (ask.epoch() > votedEpoch && ask.epoch() >= epoch) {
            epoch = ask.epoch();
            votedEpoch = ask.epoch();
            votedFor = from;
            notBefore = nowNanos + 2 * settings.failoverTimeoutNanos() + random.nextLong(1_000 * MILLIS);
        }
        outbox.send(from, new SentinelMessage.Vote(votedEpoch, votedFor));
    }

    private void answered(int from, SentinelMessage.Pong pong, long nowNanos) {
        watched.answered(from, pong, nowNanos);
        if (phase == Phase.PROMOTING && from == promoted && pong.isPrimary()) {
            switchTo(promoted, epoch, nowNanos);
            sendToOthers(new SentinelMessage.Hello(primary, configEpoch));
            for (int i = 0; i < members; i++) {
                if (i != primary) {
                    outbox.send(i, new SentinelMessage.Follow(primary, configEpoch, false));
                }
            }
        }
    }

    private void switchTo(int newPrimary, int newEpoch, long nowNanos) {
        primary = newPrimary;
        configEpoch = newEpoch;
        epoch = Math.max(epoch, newEpoch);
        phase = Phase.WATCHING;
        Arrays.fill(saidDownAt, Long.MIN_VALUE / 2);
        watched.sane(nowNanos);
    }

    private void sendToOthers(SentinelMessage message) {
        for (int i = 0; i < members; i++) {
            if (i != self) {
                outbox.send(i, message);
            }
        }
    }
}
