package roundhouse.storage.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.searching.Budget;

/** A random consensus store under random cuts, crashes, losses and delays, with clients; all of it from one seed. */
final class RaftSwarm {
    private static final long MILLIS = ReplicaNetwork.MILLIS;

    /** How a member is made; another than usual to break the protocol on purpose. */
    @FunctionalInterface
    interface Maker {
        RaftReplica make(RaftState state);
    }

    private final RandomStream random;
    private final List<RaftReplica> members = new ArrayList<>();
    private final ReplicaNetwork network;
    private final int size;
    private long values;
    private int clients;
    private boolean isOver;
    private final Schedule schedule;
    private int latestTerm;

    /** What goes wrong, and when. */
    enum Schedule {
        /** Anything at any time. */
        ANYTHING,
        /**
         * Who has just become the leader reaches only a few, and soon goes down for a while: so entries of several leaders lie about that
         * have not got to a majority, as in figure 8 of the paper.
         */
        NEW_LEADERS
    }

    RaftSwarm(long seed, Schedule schedule, Maker maker) {
        random = new RandomStream(seed);
        this.schedule = schedule;
        boolean isOfLeaders = schedule == Schedule.NEW_LEADERS;
        size = isOfLeaders || random.nextInt(3) == 0 ? 5 : 3;
        boolean lease = !isOfLeaders && random.nextInt(4) == 0;
        RaftSettings settings = new RaftSettings(
                size,
                10 * MILLIS,
                10,
                !isOfLeaders && random.nextBoolean(),
                !isOfLeaders && (lease || random.nextInt(4) != 0),
                lease ? RaftSettings.Reads.LEASE : RaftSettings.Reads.READ_INDEX,
                100,
                random.nextBoolean() ? 20 : 1_000);
        network = new ReplicaNetwork(size, seed, (self, outbox) -> {
            RaftReplica member = maker.make(new RaftState(self, settings, outbox, new RandomStream(seed * 31 + self)));
            members.add(member);
            return member;
        });
        for (int i = 0; i < size; i++) {
            network.clockRate(i, 0.96 + 0.08 * random.nextDouble());
        }
        network.delays(MILLIS, random.nextLong(1, 15) * MILLIS);
        network.loses(random.nextInt(3) == 0 ? 0.1 : 0.01);
    }

    /** Runs it. Throws when a property is broken. */
    void run() {
        RaftInvariants invariants = new RaftInvariants(members);
        network.afterEach(() -> {
            invariants.check();
            troubleNewLeader();
        });
        for (int i = 0; i < 4; i++) {
            client();
        }
        if (schedule == Schedule.ANYTHING) {
            network.at(300 * MILLIS, this::trouble);
        }
        network.runUntil(3_000 * MILLIS);
        isOver = true;
        network.heal();
        network.loses(0);
        for (int i = 0; i < size; i++) {
            network.start(i);
        }
        network.runUntil(5_000 * MILLIS);
        HistoryVerdict verdict =
                new Checker(network.history(), Budget.of(5_000_000)).check(Check.LINEARIZABLE, OptionalLong.empty());
        if (verdict instanceof HistoryVerdict.Broken(var example)) {
            throw new AssertionError("not linearizable: " + example.why());
        }
    }

    /** How many operations were done in the last second, when all was well again. */
    long doneAtTheEnd() {
        return network.operations().stream()
                .filter(each -> each.call > 4_000 * MILLIS && each.isOk())
                .count();
    }

    /** Asks one thing after another; after one that it does not hear of in time it is another client. */
    private void client() {
        String name = "c" + clients++;
        network.at(network.now() + random.nextLong(50) * MILLIS, () -> ask(name));
    }

    private void ask(String name) {
        boolean write = random.nextBoolean();
        ReplicaNetwork.Operation operation =
                network.ask(name, random.nextInt(size), write, random.nextInt(2), write ? ++values : 0, false);
        network.at(network.now() + random.nextLong(20, 120) * MILLIS, () -> {
            network.giveUp(operation);
            if (operation.isAnswered()) {
                ask(name);
            } else {
                client();
            }
        });
    }

    private void trouble() {
        if (isOver) {
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> network.isolate(random.nextInt(size));
            case 1 -> network.isolate(random.nextInt(size), random.nextInt(size));
            case 2 -> network.cut(random.nextInt(size), random.nextInt(size));
            case 3 -> restart(random.nextInt(size));
            case 4 ->
                members.stream()
                        .filter(RaftReplica::isLeader)
                        .findFirst()
                        .ifPresent(leader -> network.isolate(members.indexOf(leader)));
            default -> network.heal();
        }
        network.at(network.now() + random.nextLong(30, 250) * MILLIS, this::trouble);
    }

    private void troubleNewLeader() {
        if (schedule == Schedule.ANYTHING || isOver) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (members.get(i).isLeader() && members.get(i).term() > latestTerm) {
                latestTerm = members.get(i).term();
                int leader = i;
                int reached = random.nextInt(size);
                for (int other = 0; other < size; other++) {
                    if (other != leader && random.nextInt(size) >= reached) {
                        network.cut(leader, other);
                    }
                }
                network.at(network.now() + random.nextLong(1, 60) * MILLIS, () -> {
                    network.crash(leader);
                    network.heal();
                });
                network.at(network.now() + random.nextLong(60, 400) * MILLIS, () -> network.start(leader));
            }
        }
    }

    private void restart(int member) {
        network.crash(member);
        network.at(network.now() + random.nextLong(1, 200) * MILLIS, () -> network.start(member));
    }
}
