package roundhouse.analysis.checklist;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.Shards;
import roundhouse.topology.stores.Store;

/**
 * How busy members of a store are with what it is asked for, by the work that its protocol makes of that. Where one leads, it is that one: it
 * works on every write, and on every read unless whoever is asked answers. Without a leader each holder of a key works on its writes, and as many
 * on its reads as are asked. What members hand on to each other is left out.
 */
final class StoreDemand {
    private StoreDemand() {}

    /** Members that hold anything. */
    static List<Database> holders(Store store, Topology topology) {
        Shards shards = store.replication().shards();
        return (shards == null ? store.members() : shards.holders(store.members()))
                .stream()
                        .flatMap(id -> topology.node(id).stream())
                        .filter(Database.class::isInstance)
                        .map(Database.class::cast)
                        .toList();
    }

    /** The part of its cores that the member has busy if it is the one that leads, or any where none does; 0 or more. */
    static double busy(Store store, Database member, int holders, double reads, double writes) {
        double read = seconds(member, Database::read);
        double write = seconds(member, Database::write);
        double work = switch (store.replication()) {
            case LeaderlessReplication leaderless ->
                (writes * Math.min(leaderless.n(), holders) * write + reads * asked(leaderless, holders) * read)
                        / holders;
            case PrimaryReplication primary ->
                writes * write + reads * read / (primary.reads() == PrimaryReplication.Reads.LOCAL ? holders : 1);
            case ConsensusReplication agreed ->
                writes * write + reads * read / (agreed.reads() == ConsensusReplication.Reads.LOCAL ? holders : 1);
            default -> writes * write + reads * read;
        };
        return work / member.cores();
    }

    private static int asked(LeaderlessReplication leaderless, int holders) {
        int copies = Math.min(leaderless.n(), holders);
        return leaderless.askAll() ? copies : Math.min(copies, answers(leaderless.r(), copies));
    }

    private static int answers(QuorumSize size, int copies) {
        return switch (size) {
            case QuorumSize.Count(int count) -> count;
            case QuorumSize.Level level ->
                switch (level) {
                    case ANY, ONE, LOCAL_ONE -> 1;
                    case TWO -> 2;
                    case THREE -> 3;
                    case QUORUM, LOCAL_QUORUM, EACH_QUORUM -> copies / 2 + 1;
                    case ALL -> copies;
                };
        };
    }

    private static double seconds(Database member, Function<Database, Distribution> demand) {
        Duration mean = demand.apply(member).mean();
        return mean.toNanos() / 1e9;
    }
}
