package roundhouse.exchange.configuration.live;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.Address;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Draws what a real program and ours are compared with: a balancer {@code lb} before servers, and requests. */
final class LiveDraw {
    private static final List<HashFunction> FUNCTIONS =
            List.of(HashFunction.SDBM, HashFunction.DJB2, HashFunction.CRC32, HashFunction.WT6);

    private LiveDraw() {}

    /** The balancer and its links, in few words. */
    static String told(Topology topology) {
        List<String> links = topology.linksFrom("lb").stream()
                .map(link -> link.weight()
                        + (link.limit() == Integer.MAX_VALUE ? "" : " of " + link.limit())
                        + (link.down() ? " down" : "")
                        + (link.backup() ? " backup" : ""))
                .toList();
        return ((LoadBalancer) topology.node("lb").orElseThrow()).balancing() + " " + links;
    }

    /** A request of any client about any key. */
    static LiveModel.Asked asked(SplittableRandom random) {
        String client = "127." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
        return new LiveModel.Asked(Address.parse(client), random.nextInt(1_000_000));
    }

    private static Balancing balancing(LiveProgram program, SplittableRandom random) {
        List<Balancing> all = program.algorithms();
        Balancing balancing = all.get(random.nextInt(all.size()));
        Placements kind = balancing.placement().kind();
        if (kind != Placements.HAPROXY_MAP && kind != Placements.HAPROXY_CONSISTENT) {
            return balancing;
        }
        HashFunction function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        Balancing hashing = random.nextBoolean()
                ? balancing
                : balancing.placed(
                        balancing.placement().withHash(random.nextBoolean() ? function : function.avalanched()));
        return kind == Placements.HAPROXY_CONSISTENT && random.nextBoolean()
                ? hashing.placed(hashing.placement().withBalanceFactor(100 + random.nextInt(100)))
                : hashing;
    }

    /** Of two to nine servers; the first is there and no backup. */
    static Topology topology(LiveProgram program, SplittableRandom random) {
        Distribution latency = new Distribution.Fixed(Duration.ofMillis(1));
        Topology topology = Topology.EMPTY
                .with(Clients.of("clients", new Arrivals.Poisson(10)))
                .with(LoadBalancer.of("lb").balancing(balancing(program, random)))
                .with(Link.of("clients", "lb", latency));
        boolean backups = random.nextInt(3) == 0;
        boolean limits = program.limitsTurnAway() && random.nextInt(3) == 0;
        int most = random.nextBoolean() ? 3 : 20;
        int servers = 2 + random.nextInt(8);
        for (int i = 0; i < servers; i++) {
            String id = "s" + (i + 1);
            topology = topology.with(Server.of(id, latency))
                    .with(Link.of("lb", id, latency)
                            .weighted(1 + random.nextInt(most))
                            .with(Link.DOWN, i > 0 && random.nextInt(6) == 0)
                            .with(Link.BACKUP, backups && i > 0 && random.nextInt(3) == 0)
                            .with(
                                    Link.LIMIT,
                                    limits && random.nextBoolean() ? 1 + random.nextInt(3) : Integer.MAX_VALUE));
        }
        return topology;
    }
}
