package roundhouse.workbench.document;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import roundhouse.naming.AnswerType;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.groups.Autoscaling;
import roundhouse.topology.nodes.groups.ScalingMetric;
import roundhouse.topology.nodes.groups.ScalingTarget;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** Nodes as they come from the palette: sensible settings, and the first short id that is free ({@code s1}, {@code lb-2}). */
public final class NewNode {
    /** How long a new link takes, one way. */
    public static final Distribution LATENCY = new Distribution.Fixed(Duration.ofMillis(1));

    private NewNode() {}

    /** 1 000 requests a second by chance, 1 000 users, keys by Zipf. */
    public static Clients clients(Topology topology) {
        Clients clients = Clients.of(freeId(topology, "clients"), new Arrivals.Poisson(1_000));
        return clients.with(Clients.KEYS, new KeyDistribution.Zipf(10_000, 0.9))
                .with(Clients.READS, 0.9)
                .with(Clients.TIMEOUT, Duration.ofSeconds(1));
    }

    /** Round robin, a minute's TTL, checked every ten seconds. */
    public static Dns dns(Topology topology) {
        return Dns.of(freeId(topology, "dns"), AnswerType.ROUND_ROBIN)
                .with(Dns.CHECKS, Health.Active.INTERVAL.with(Health.Active.SETTINGS.usual(), Duration.ofSeconds(10)));
    }

    /** Layer 7, round robin. */
    public static LoadBalancer loadBalancer(Topology topology) {
        return LoadBalancer.of(freeId(topology, "lb-1"));
    }

    /** Four cores, 3 ms a request on average, a hundred may wait. */
    public static Server server(Topology topology) {
        return Server.of(freeId(topology, "s1"), new Distribution.Exponential(Duration.ofMillis(3)))
                .with(Server.CORES, 4);
    }

    /** Two to eight of two cores, 8 ms a request on average; 60 % busy is what they are to be, and one takes half a minute to come. */
    public static ServerGroup serverGroup(Topology topology) {
        Set<String> taken = topology.ids();
        String id = freeId(taken, "web");
        while (taken.contains(Members.id(id, 1)) || taken.contains(Members.id(id, 2))) {
            taken.add(id);
            id = freeId(taken, id);
        }
        Server server = Server.of("", new Distribution.Exponential(Duration.ofMillis(8)))
                .with(Server.CORES, 2);
        Autoscaling scaling = Autoscaling.SETTINGS
                .usual()
                .with(Autoscaling.MIN, 2)
                .with(Autoscaling.MAX, 8)
                .with(Autoscaling.TARGET, new ScalingTarget(ScalingMetric.UTILIZATION, 60))
                .with(Autoscaling.START_UP, Duration.ofSeconds(30));
        return ServerGroup.of(id, 2, server)
                .with(ServerGroup.SCALING, scaling)
                .with(ServerGroup.DRAINING, Duration.ofSeconds(30));
    }

    /** 5,000 entries an edge, fresh for a minute. */
    public static Cdn cdn(Topology topology) {
        return Cdn.of(freeId(topology, "cdn"), CacheSettings.of(5_000).with(CacheSettings.TTL, Duration.ofMinutes(1)));
    }

    /** 1,000 entries, fresh for a minute. */
    public static CacheNode cache(Topology topology) {
        return CacheNode.of(
                freeId(topology, "cache"), CacheSettings.of(1_000).with(CacheSettings.TTL, Duration.ofMinutes(1)));
    }

    /** Eight cores, 4 ms a read and 6 ms a write on average. */
    public static Database database(Topology topology) {
        return Database.of(freeId(topology, "db"), new Distribution.Exponential(Duration.ofMillis(4)))
                .with(Database.WRITE, new Distribution.Exponential(Duration.ofMillis(6)))
                .with(Database.CORES, 8);
    }

    /** The wanted id, or the next free one after it: {@code s1, s2}; {@code lb-1, lb-2}; {@code clients, clients-2}. */
    public static String freeId(Topology topology, String wanted) {
        Set<String> taken = new HashSet<>();
        topology.nodes().forEach(node -> taken.add(node.id()));
        topology.stores().forEach(store -> taken.add(store.id()));
        return freeId(taken, wanted);
    }

    /** As {@link #freeId(Topology, String)}, among these. */
    public static String freeId(Set<String> taken, String wanted) {
        if (!taken.contains(wanted)) {
            return wanted;
        }
        int digits = wanted.length();
        while (digits > 0 && Character.isDigit(wanted.charAt(digits - 1)) && wanted.length() - digits < 8) {
            digits--;
        }
        boolean numbered = digits > 0 && digits < wanted.length();
        String stem = numbered ? wanted.substring(0, digits) : wanted + "-";
        int number = numbered ? Integer.parseInt(wanted.substring(digits)) + 1 : 2;
        while (taken.contains(stem + number)) {
            number++;
        }
        return stem + number;
    }
}
