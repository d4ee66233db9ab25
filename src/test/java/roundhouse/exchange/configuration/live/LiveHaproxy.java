package roundhouse.exchange.configuration.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Health;

/** HAProxy: judges servers by checks of its own. */
final class LiveHaproxy implements LiveProgram {
    @Override
    public String format() {
        return "haproxy";
    }

    @Override
    public List<String> command(Path program, Path configuration, Path folder) {
        return List.of(program.toString(), "-db", "-f", configuration.toString());
    }

    @Override
    public String prepared(String text, Path folder) {
        return LiveAdmin.opened(text, folder);
    }

    @Override
    public List<Balancing> algorithms() {
        Balancing hash = Balancing.of(Algorithm.HASH);
        return List.of(
                Balancing.of(Algorithm.HAPROXY_ROUNDROBIN),
                Balancing.of(Algorithm.HAPROXY_STATIC_RR),
                Balancing.of(Algorithm.HAPROXY_LEASTCONN),
                Balancing.of(Algorithm.HAPROXY_FIRST),
                Balancing.of(Algorithm.HAPROXY_SOURCE),
                hash.placed(PlacementSettings.of(Placements.HAPROXY_MAP)),
                hash.placed(PlacementSettings.of(Placements.HAPROXY_CONSISTENT)));
    }

    @Override
    public List<String> check(Path program, Path configuration, Path folder) {
        return List.of(program.toString(), "-c", "-f", configuration.toString());
    }

    @Override
    public boolean canLayer4() {
        return true;
    }

    @Override
    public boolean goesByRequests() {
        return false;
    }

    @Override
    public boolean takesBackups(Balancing balancing) {
        return true;
    }

    @Override
    public boolean limitsTurnAway() {
        return false;
    }

    @Override
    public LoadBalancer judging(LoadBalancer balancer) {
        Duration often = Duration.ofMillis(200);
        return balancer.with(
                LoadBalancer.HEALTH,
                Health.NONE.checking(new Health.Active(Health.Probe.CONNECT, often, often, 2, 2, null, null)));
    }

    @Override
    public String toString() {
        return format();
    }
}
