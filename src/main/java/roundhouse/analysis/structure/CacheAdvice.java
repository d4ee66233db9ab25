package roundhouse.analysis.structure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.WriteFlush;

/** What is certain of caches from the document alone, and probably not as intended. */
final class CacheAdvice {
    private CacheAdvice() {}

    static void check(Topology topology, Findings findings) {
        boolean told = topology.nodes().stream().noneMatch(CacheAdvice::writes)
                || topology.nodes().stream().anyMatch(CacheAdvice::tells);
        for (Node node : topology.nodes()) {
            CacheSettings cache = node.cache();
            if (cache != null && cache.capacity().amount() > 0) {
                windows(node, cache, findings);
                if (!told && cache.ttl() == null) {
                    untold(node, topology, findings);
                }
                if (node instanceof CacheNode shared) {
                    LoopAdvice.check(shared, topology, findings);
                    flush(shared, topology, findings);
                }
            }
        }
    }

    private static boolean writes(Node node) {
        return node instanceof Clients clients
                && (clients.requests().isEmpty()
                        ? clients.reads() < 1
                        : clients.requests().stream().anyMatch(one -> {
                            Boolean reads = one.kind().reads();
                            return one.share() > 0 && (reads == null ? clients.reads() < 1 : !reads);
                        }));
    }

    private static boolean tells(Node node) {
        return node instanceof Server server
                && server.data() != null
                && server.data().events() != null;
    }

    /** A value that expired is given for longer than one that has not. */
    private static void windows(Node node, CacheSettings cache, Findings findings) {
        Duration ttl = cache.ttl();
        longer(node, ttl, cache.staleWhileRevalidate(), "while they are fetched anew", findings);
        longer(node, ttl, cache.staleIfError(), "where fetching them fails", findings);
    }

    private static void longer(
            Node node, @Nullable Duration ttl, @Nullable Duration after, String when, Findings findings) {
        if (ttl != null && after != null && after.compareTo(ttl) > 0) {
            findings.note(
                    node.id(),
                    "gives values for up to " + Units.format(after) + " after their time to live of "
                            + Units.format(ttl) + " is over, " + when);
        }
    }

    /** Whoever reads there what somebody else has written reads the old value until it has to go for others. */
    private static void untold(Node node, Topology topology, Findings findings) {
        String others = switch (node) {
            case Clients clients -> clients.users() > 1 ? "what other users write" : "";
            case Cdn cdn -> cdn.regions().size() > 1 ? "what is written through its other edges" : "";
            case Server server -> servers(server, topology) > 1 ? "what other servers write" : "";
            case CacheNode cache -> isWrittenAround(cache, topology) ? "what servers write around it" : "";
            default -> "";
        };
        if (!others.isEmpty()) {
            findings.warning(
                    node.id(),
                    "keeps values without a time to live, and nobody tells it " + others
                            + ", so what is old there stays until it has to go for others");
        }
    }

    /** How many servers have their data where this one has it. */
    private static int servers(Server server, Topology topology) {
        DataSettings data = server.data();
        if (data == null || data.versions() != null) {
            return 0;
        }
        return topology.nodes().stream()
                .filter(Server.class::isInstance)
                .map(Server.class::cast)
                .filter(other -> other.data() != null
                        && !other.data().keepers().isEmpty()
                        && other.data()
                                .keepers()
                                .getLast()
                                .equals(data.keepers().getLast()))
                .mapToInt(Server::count)
                .sum();
    }

    private static boolean isWrittenAround(CacheNode cache, Topology topology) {
        List<DataSettings> askers = askers(cache, topology);
        return !askers.isEmpty()
                && askers.stream()
                        .allMatch(data -> data.strategy() == DataStrategy.WRITE_AROUND
                                && !data.cachesDoIt()
                                && data.versions() == null);
    }

    private static void flush(CacheNode cache, Topology topology, Findings findings) {
        WriteFlush flush = cache.flushes();
        boolean writtenBack =
                askers(cache, topology).stream().anyMatch(data -> data.strategy() == DataStrategy.WRITE_BACK);
        if (writtenBack && flush.every() == null && flush.delay() == null && flush.batch() > 1) {
            findings.warning(
                    cache.id(),
                    "hands on what is written back only when there are " + flush.batch()
                            + " writes, so the last ones wait without end, and a crash takes them");
        }
    }

    /** What the servers say that ask it. */
    static List<DataSettings> askers(CacheNode cache, Topology topology) {
        return topology.nodes().stream()
                .filter(Server.class::isInstance)
                .map(node -> ((Server) node).data())
                .filter(data -> data != null && data.cache().contains(cache.id()))
                .toList();
    }
}
