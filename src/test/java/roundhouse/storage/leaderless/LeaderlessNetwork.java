package roundhouse.storage.leaderless;

import java.util.List;
import roundhouse.storage.replication.ReplicaNetwork;

/** Leaderless replicas 10 ms from each other, two seconds after their start. */
final class LeaderlessNetwork {
    private LeaderlessNetwork() {}

    /** @param members gets the replicas */
    static ReplicaNetwork of(LeaderlessSettings settings, List<LeaderlessReplica> members) {
        ReplicaNetwork network = new ReplicaNetwork(settings.members(), 3, (self, outbox) -> {
            LeaderlessReplica member = new LeaderlessReplica(self, settings, PreferenceList.clockwise(), outbox);
            members.add(member);
            return member;
        });
        network.delays(10 * ReplicaNetwork.MILLIS, 0);
        network.runUntil(2_000 * ReplicaNetwork.MILLIS);
        return network;
    }
}
