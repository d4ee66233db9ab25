package roundhouse.analysis.structure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.RecordedKeys;

/**
 * Does the same row of keys come round and round, longer than the cache? Then an entry always goes just before it would be of use under
 * every policy that lets the oldest go.
 */
final class LoopAdvice {
    private static final Set<String> OLDEST_GOES = Set.of("lru", "fifo", "clock");

    private LoopAdvice() {}

    /** Says nothing where other caches or other servers' caches part or thin out the row. */
    static void check(CacheNode cache, Topology topology, Findings findings) {
        List<Clients> clients = topology.nodes().stream()
                .filter(Clients.class::isInstance)
                .map(Clients.class::cast)
                .toList();
        boolean alone = topology.nodes().stream().filter(Node::caches).count() == 1
                && topology.nodes().stream().filter(Database.class::isInstance).count() == 1;
        if (!alone
                || clients.size() != 1
                || !(clients.getFirst().keys() instanceof KeyDistribution.FromFile(String file, RecordedKeys recorded))
                || cache.cache().capacity().inBytes()
                || !OLDEST_GOES.contains(cache.cache().policy())) {
            return;
        }
        int round = round(recorded);
        if (round > cache.cache().capacity().amount()) {
            findings.warning(
                    cache.id(),
                    file + " goes round " + round + " keys, and it has room for "
                            + cache.cache().capacity().amount() + ": under "
                            + cache.cache().policy()
                            + " each has gone when it comes again, so it answers next to nothing");
        }
    }

    /** How many keys come before they begin anew, each once; 0 where they do not go round at least twice. */
    private static int round(RecordedKeys recorded) {
        Set<Long> seen = new TreeSet<>();
        int round = 0;
        while (round < recorded.length() && seen.add(recorded.key(round))) {
            round++;
        }
        if (recorded.length() < 2 * round || round == 0) {
            return 0;
        }
        for (int i = round; i < recorded.length(); i++) {
            if (recorded.key(i) != recorded.key(i - round)) {
                return 0;
            }
        }
        return round;
    }
}
