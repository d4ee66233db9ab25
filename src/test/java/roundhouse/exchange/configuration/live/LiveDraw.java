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
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.types.Types;

/** Draws what a real program and ours are compared with: a balancer {@code lb} before servers, and requests. */
final class LiveDraw {
    private static final List<HashFunction> FUNCTIONS =
            List.of(HashFunction.SDBM, HashFunction.DJB2, HashFunction.CRC32, HashFunction.WT6);

    /** Limits of servers are usually low, so that requests wait. */
    static final int LIMIT = 3;

    /** So many users there are where they stick to their servers. */
    private static final int USERS = 8;

    private static final Distribution LATENCY = new Distribution.Fixed(Duration.ofMillis(1));

    private LiveDraw() {}

    /** The balancer and its links, in few words. */
    static String told(Topology topology) {
        List<String> links = topology.linksFrom("lb").stream()
                .map(link -> link.weight()
                        + (link.limit() == Integer.MAX_VALUE ? "" : " of " + link.limit())
                        + (link.down() ? " down" : "")
                        + (link.backup() ? " backup" : ""))
                .toList();
        LoadBalancer balancer = (LoadBalancer) topology.node("lb").orElseThrow();
        return balancer.balancing() + " " + links
                + (balancer.queue() == null ? "" : " " + balancer.queue() + " backups " + balancer.backups())
                + (balancer.sticky().by() == Sticky.By.OFF ? "" : " " + balancer.sticky());
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

    /** Servers of which the heavy ones are off, under a method by which a key or an address searches for one that is not. */
    static Topology scarce(LiveProgram program, SplittableRandom random) {
        List<Balancing> byKey = program.algorithms().stream()
                .filter(balancing -> balancing.algorithm().isByHash())
                .toList();
        Topology topology = system(byKey.get(random.nextInt(byKey.size())));
        int off = 1 + random.nextInt(3);
        int on = 2 + random.nextInt(4);
        for (int i = 0; i < off + on; i++) {
            topology = target(topology, i, i < off ? 20 + random.nextInt(20) : 1 + random.nextInt(3), i < off);
        }
        return topology;
    }

    /** Clients and a balancer without servers. */
    static Topology system(Balancing balancing) {
        return Topology.EMPTY
                .with(Clients.of("clients", new Arrivals.Poisson(10)))
                .with(LoadBalancer.of("lb").balancing(balancing))
                .with(Link.of("clients", "lb", LATENCY));
    }

    /** With a further server, which has that number, from 0. */
    static Topology target(Topology topology, int number, int weight, boolean down) {
        String id = "s" + (number + 1);
        return topology.with(Server.of(id, LATENCY))
                .with(Link.of("lb", id, LATENCY).weighted(weight).with(Link.DOWN, down));
    }

    /** Of two to nine servers; the first is there and no backup. */
    static Topology topology(LiveProgram program, SplittableRandom random) {
        Balancing balancing = balancing(program, random);
        Topology topology = system(balancing);
        boolean backups = program.takesBackups(balancing) && random.nextInt(3) == 0;
        boolean limits = program.limitsTurnAway() && random.nextInt(3) == 0;
        int most = random.nextBoolean() ? 3 : 20;
        int servers = 2 + random.nextInt(8);
        for (int i = 0; i < servers; i++) {
            topology = target(topology, i, 1 + random.nextInt(most), i > 0 && random.nextInt(6) == 0);
            Link link = topology.linksFrom("lb").getLast();
            topology = topology.with(link.with(Link.BACKUP, backups && i > 0 && random.nextInt(3) == 0)
                    .with(Link.LIMIT, limits && random.nextBoolean() ? 1 + random.nextInt(3) : Integer.MAX_VALUE));
        }
        return topology;
    }

    /** The same, where users stick to their servers, by a table with room for all of them, or for less, if by one. */
    static Topology sticky(LiveProgram program, SplittableRandom random, Sticky.By by) {
        Topology topology = queueing(program, random, LIMIT);
        LoadBalancer balancer = (LoadBalancer) topology.node("lb").orElseThrow();
        Sticky sticky = Sticky.of(by);
        if (by == Sticky.By.ADDRESS && random.nextBoolean()) {
            sticky = Sticky.SIZE.with(sticky, 1 + random.nextInt(USERS));
        }
        return topology.with(balancer.with(LoadBalancer.STICKY, sticky));
    }

    /** One of a few users, each with an address and a key of its own. */
    static LiveModel.Asked user(SplittableRandom random) {
        int user = random.nextInt(USERS);
        return new LiveModel.Asked(Address.parse("127.0.3." + (1 + user)), user);
    }

    /** Servers with limits up to {@code most}, before which requests wait by HAProxy's rules. Nothing takes any time. */
    static Topology queueing(LiveProgram program, SplittableRandom random, int most) {
        Topology topology = topology(program, random);
        boolean backups = random.nextBoolean();
        LoadBalancer balancer = (LoadBalancer) topology.node("lb").orElseThrow();
        BalancerQueue queue = BalancerQueue.of(BalancerQueue.By.SHARED)
                .with(BalancerQueue.REDISPATCH, random.nextBoolean())
                .with(BalancerQueue.TARGET_LENGTH, random.nextInt(3) == 0 ? 1 + random.nextInt(3) : Types.UNLIMITED);
        BackupUse use = random.nextBoolean() ? BackupUse.ALL : BackupUse.FIRST;
        topology = topology.with(balancer.with(LoadBalancer.QUEUE, queue).with(LoadBalancer.BACKUPS, use));
        for (Link link : topology.links()) {
            boolean server = link.from().equals("lb");
            boolean first = link.to().equals("s1");
            topology = topology.with(link.with(
                            Link.LIMIT, server && random.nextInt(8) > 0 ? 1 + random.nextInt(most) : Integer.MAX_VALUE)
                    .with(Link.BACKUP, server && backups && !first && random.nextBoolean()));
        }
        return timeless(topology);
    }

    /** With ways that take no time. */
    static Topology timeless(Topology topology) {
        Topology timeless = topology;
        for (Link link : topology.links()) {
            timeless = timeless.with(link.with(Link.LATENCY, new Distribution.Fixed(Duration.ZERO)));
        }
        return timeless;
    }
}
