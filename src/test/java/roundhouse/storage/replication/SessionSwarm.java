package roundhouse.storage.replication;

import java.util.OptionalLong;
import java.util.function.BiFunction;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.consensus.RaftReplica;
import roundhouse.storage.consensus.RaftSettings;
import roundhouse.storage.leaderless.Conflicts;
import roundhouse.storage.leaderless.LeaderlessReplica;
import roundhouse.storage.leaderless.LeaderlessSettings;
import roundhouse.storage.leaderless.PreferenceList;
import roundhouse.storage.primary.PrimaryReplica;
import roundhouse.storage.primary.PrimarySettings;
import roundhouse.storage.searching.Budget;

/** Clients of any mode that write anywhere and read from whomever they ask, under cuts; all of it from one seed. */
final class SessionSwarm {
    private static final long MILLIS = ReplicaNetwork.MILLIS;

    enum Mode {
        PRIMARY {
            @Override
            BiFunction<Integer, Outbox, Replica> members(long seed) {
                PrimarySettings settings = PrimarySettings.asynchronous(3)
                        .withAckPeriod(50 * MILLIS)
                        .withApplyDelay(seed % 2 == 0 ? 0 : 30 * MILLIS);
                return (self, outbox) -> new PrimaryReplica(self, 0, settings, outbox);
            }
        },
        CONSENSUS {
            @Override
            BiFunction<Integer, Outbox, Replica> members(long seed) {
                RaftSettings settings = RaftSettings.etcd(3, true).withElection(10 * MILLIS, 20);
                return (self, outbox) -> new RaftReplica(self, settings, outbox, new RandomStream(seed * 31 + self));
            }
        },
        LEADERLESS {
            @Override
            BiFunction<Integer, Outbox, Replica> members(long seed) {
                LeaderlessSettings settings = LeaderlessSettings.of(3, 3, 1, 1)
                        .mending(false, true, 20 * MILLIS)
                        .withTimes(200 * MILLIS, 50 * MILLIS, 200 * MILLIS)
                        .withConflicts(Conflicts.LAST_WRITE_WINS);
                return (self, outbox) -> new LeaderlessReplica(self, settings, PreferenceList.clockwise(), outbox);
            }
        };

        abstract BiFunction<Integer, Outbox, Replica> members(long seed);
    }

    private final RandomStream random;
    private final ReplicaNetwork network;
    private final ReadRule rule;
    private final boolean ownWrites;
    private final boolean monotonic;
    private long values;
    private int clients;
    private long localReads;

    SessionSwarm(Mode mode, long seed, ReadRule rule, boolean ownWrites, boolean monotonic) {
        random = new RandomStream(seed);
        this.rule = rule;
        this.ownWrites = ownWrites;
        this.monotonic = monotonic;
        network = new ReplicaNetwork(3, seed, mode.members(seed));
        network.delays(MILLIS, 14 * MILLIS);
        network.loses(0.02);
    }

    SessionSwarm run() {
        for (int i = 0; i < 4; i++) {
            network.at(500 * MILLIS + i, this::client);
        }
        network.at(800 * MILLIS, this::trouble);
        network.runUntil(4_000 * MILLIS);
        return this;
    }

    private void client() {
        ask("c" + clients++, new ClientSession(ownWrites, monotonic));
    }

    private void ask(String name, ClientSession session) {
        boolean isWrite = random.nextInt(3) == 0;
        long key = random.nextInt(2);
        StoreRequest request = isWrite
                ? StoreRequest.write(0, key, ++values).after(Seen.Nothing.YET)
                : StoreRequest.localRead(0, key).after(session.seen(key)).by(rule);
        ReplicaNetwork.Operation asked = network.ask(name, random.nextInt(3), request);
        network.at(network.now() + random.nextLong(1, isWrite ? 120 : 40) * MILLIS, () -> {
            network.giveUp(asked);
            if (!asked.isAnswered()) {
                client();
                return;
            }
            session.told(asked.request, asked.result, asked.found);
            localReads += !isWrite && asked.isOk() ? 1 : 0;
            ask(name, session);
        });
    }

    private void trouble() {
        if (random.nextBoolean()) {
            network.isolate(1 + random.nextInt(2));
        } else {
            network.heal();
        }
        network.at(network.now() + random.nextLong(50, 400) * MILLIS, this::trouble);
    }

    /** How many reads were answered. */
    long reads() {
        return localReads;
    }

    HistoryVerdict verdict(Check check) {
        return new Checker(network.history(), Budget.of(20_000_000)).check(check, OptionalLong.empty());
    }

    HistoryVerdict verdict(Check check, long bound) {
        return new Checker(network.history(), Budget.of(20_000_000)).check(check, OptionalLong.of(bound));
    }
}
