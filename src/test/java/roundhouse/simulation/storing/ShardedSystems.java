package roundhouse.simulation.storing;

import java.util.List;
import java.util.stream.IntStream;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Five databases 5 ms apart in one sharded store, of which the last is spare; a server asks each of the first four. */
final class ShardedSystems {
    static final List<String> MEMBERS = List.of("db-1", "db-2", "db-3", "db-4", "db-5");
    static final int KEYS = 400;

    private ShardedSystems() {}

    /**
     * @param leaderless what the store says beside its mode and shards, beginning with a comma
     * @param shards what its shards say beside the spare
     */
    static Topology five(String leaderless, String shards) {
        return five(leaderless, shards, 100);
    }

    /** @param rate requests a second at each of the four */
    static Topology five(String leaderless, String shards, int rate) {
        StringBuilder nodes = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            nodes.append("""
                    { "id": "users-%1$d", "kind": "clients", "arrivals": { "type": "poisson", "rate": "%3$d/s" },
                      "keys": { "type": "uniform", "count": %2$d }, "reads": 0.5, "timeout": "2s" },
                    { "id": "web-%1$d", "kind": "server", "cores": 8, "service": "1ms", "data": { "store": "orders" } },
                    """.formatted(i, KEYS, rate));
            links.append("""
                    { "from": "users-%1$d", "to": "web-%1$d", "latency": "1ms" },
                    { "from": "web-%1$d", "to": "db-%1$d", "latency": "1ms" },
                    """.formatted(i));
        }
        MEMBERS.forEach(id -> nodes.append("""
                    { "id": "%s", "kind": "database", "cores": 8, "read": "1ms", "write": "1ms" },
                    """.formatted(id)));
        IntStream.range(0, 5)
                .forEach(i -> IntStream.range(0, i)
                        .forEach(j -> links.append("""
                    { "from": "%s", "to": "%s", "latency": "5ms" },
                    """.formatted(MEMBERS.get(j), MEMBERS.get(i)))));
        String text = """
                { "format": 1, "name": "five", "seed": 1, "duration": "60s",
                  "nodes": [ %s { "id": "nobody", "kind": "server", "service": "1ms" } ],
                  "stores": [ { "id": "orders", "members": ["db-1", "db-2", "db-3", "db-4", "db-5"],
                    "replication": { "mode": "leaderless" %s, "shards": { "spares": "db-5" %s } } } ],
                  "links": [ %s { "from": "web-1", "to": "db-2", "latency": "1ms" } ] }
                """.formatted(nodes, leaderless, shards, links);
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
