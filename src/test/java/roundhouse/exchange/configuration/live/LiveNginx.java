package roundhouse.exchange.configuration.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.Failure;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;

/** nginx: judges servers by the requests that they fail. */
final class LiveNginx implements LiveProgram {
    @Override
    public String format() {
        return "nginx";
    }

    @Override
    public List<String> command(Path program, Path configuration, Path folder) {
        return List.of(
                program.toString(),
                "-p",
                folder.toString(),
                "-c",
                configuration.toString(),
                "-g",
                "daemon off; pid " + folder.resolve("pid") + "; error_log " + folder.resolve("error.log") + ";");
    }

    @Override
    public List<String> check(Path program, Path configuration, Path folder) {
        List<String> words = new ArrayList<>(command(program, configuration, folder));
        words.add("-t");
        return words;
    }

    /** Debian has layer 4 as a module of its own, which is loaded where it is installed. */
    @Override
    public boolean canLayer4() {
        try (Stream<Path> modules = Files.list(Path.of("/etc/nginx/modules-enabled"))) {
            return modules.anyMatch(module -> module.toString().contains("stream"));
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public String prepared(String text, Path folder) {
        String paths = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> kind + "_temp_path " + folder.resolve(kind) + ";\n")
                .collect(Collectors.joining());
        return text.replace("listen ", "listen 127.0.0.1:")
                .replaceFirst(
                        "http \\{\n", "http {\naccess_log off;\nadd_header X-Tried \\$upstream_addr always;\n" + paths);
    }

    @Override
    public List<Balancing> algorithms() {
        Balancing hash = Balancing.of(Algorithm.HASH);
        return List.of(
                Balancing.of(Algorithm.WEIGHTED_ROUND_ROBIN),
                Balancing.of(Algorithm.LEAST_CONNECTIONS),
                Balancing.of(Algorithm.IP_HASH),
                hash.placed(PlacementSettings.of(Placements.NGINX_HASH)),
                hash.placed(PlacementSettings.of(Placements.NGINX_CONSISTENT)));
    }

    @Override
    public boolean goesByRequests() {
        return true;
    }

    @Override
    public boolean takesBackups(Balancing balancing) {
        return !balancing.algorithm().isByHash();
    }

    @Override
    public boolean limitsTurnAway() {
        return true;
    }

    @Override
    public LoadBalancer judging(LoadBalancer balancer) {
        return balancer.with(
                        LoadBalancer.HEALTH,
                        new Health(
                                null,
                                new Health.Passive(2, Duration.ofSeconds(1), Failure.NGINX),
                                null,
                                0,
                                Duration.ZERO))
                .with(LoadBalancer.PASS_ON, new FailoverPolicy(3, Failure.NGINX, false, null));
    }

    @Override
    public String toString() {
        return format();
    }
}
