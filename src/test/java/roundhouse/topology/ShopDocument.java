package roundhouse.topology;

import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Server;

/** A small shop: a balancer before a group of servers, which call another one, keep sessions in a third, and have data in a store. */
final class ShopDocument {
    static final Topology SHOP = read("""
            { "format": 1, "name": "Shop",
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                { "id": "lb", "kind": "load-balancer" },
                { "id": "web", "kind": "server", "label": "Web", "count": 2, "service": "3ms", "state": { "store": "redis" },
                  "calls": [ { "to": "stock" } ], "data": { "cache": ["memo"], "store": "orders" } },
                { "id": "stock", "kind": "server", "service": "1ms" },
                { "id": "redis", "kind": "server", "service": "1ms" },
                { "id": "memo", "kind": "cache", "capacity": 100 },
                { "id": "db-a", "kind": "database", "read": "1ms", "write": "1ms" },
                { "id": "db-b", "kind": "database", "read": "1ms", "write": "1ms" },
                { "id": "db-c", "kind": "database", "read": "1ms", "write": "1ms" } ],
              "stores": [ { "id": "orders", "members": ["db-a", "db-b", "db-c"], "replication": { "mode": "leaderless" } } ],
              "links": [
                { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" }, { "from": "web", "to": "stock" },
                { "from": "web", "to": "redis" }, { "from": "web", "to": "memo" },
                { "from": "web", "to": "db-a" }, { "from": "web", "to": "db-b" }, { "from": "web", "to": "db-c" },
                { "from": "db-a", "to": "db-b" }, { "from": "db-a", "to": "db-c" }, { "from": "db-b", "to": "db-c" } ],
              "scenario": [
                { "at": "1s", "crash": "web-1" },
                { "at": "2s", "cut": ["web", "stock"] },
                { "at": "3s", "add": { "id": "late", "kind": "server", "service": "3ms", "calls": [ { "to": "stock" } ] },
                  "links": [ { "from": "lb", "to": "late" }, { "from": "late", "to": "stock" } ] },
                { "at": "4s", "partition": [["db-a"], ["db-b", "db-c"]] },
                { "at": "5s", "heal": true } ],
              "expect": [ "p99 < 1s", "requests of stock > 0", "requests of late > 0", "orders is linearizable" ],
              "layout": { "lb": [1, 2], "stock": [3, 4], "late": [5, 6] },
              "opened": ["web"] }
            """);

    private ShopDocument() {}

    static Topology read(String text) {
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    static Server web(Topology shop) {
        return (Server) shop.node("web").orElseThrow();
    }
}
