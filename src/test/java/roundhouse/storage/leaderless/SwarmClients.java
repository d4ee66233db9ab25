package roundhouse.storage.leaderless;

import roundhouse.kernel.RandomStream;
import roundhouse.storage.replication.ReplicaNetwork;

/** Clients of a store under trouble: each asks one thing after another; after one that it does not hear of in time it is another client. */
final class SwarmClients {
    private static final long MILLIS = ReplicaNetwork.MILLIS;

    private final ReplicaNetwork network;
    private final RandomStream random;
    private final int members;
    private final int keys;
    private boolean isOver;
    private long values;
    private int clients;

    SwarmClients(ReplicaNetwork network, RandomStream random, int members, int keys) {
        this.network = network;
        this.random = random;
        this.members = members;
        this.keys = keys;
    }

    /** One more of them. */
    void begin() {
        String name = "c" + clients++;
        network.at(network.now() + random.nextLong(30) * MILLIS, () -> ask(name));
    }

    /** From now on nobody asks anything. */
    void end() {
        isOver = true;
    }

    boolean isOver() {
        return isOver;
    }

    private void ask(String name) {
        boolean write = random.nextBoolean();
        ReplicaNetwork.Operation asked =
                network.ask(name, random.nextInt(members), write, random.nextInt(keys), write ? ++values : 0, false);
        network.at(network.now() + random.nextLong(20, 120) * MILLIS, () -> {
            network.giveUp(asked);
            if (!isOver && asked.isAnswered()) {
                ask(name);
            } else if (!isOver) {
                begin();
            }
        });
    }
}
