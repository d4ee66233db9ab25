package roundhouse.exchange.configuration.compose;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Health;

/** Makes nodes of services. */
final class ServiceNodes {
    private static final long CACHE_BYTES = 64L << 20;
    private static final Pattern PART = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
    private static final Duration LOOKUP = Duration.ofMillis(1);

    private final SystemDraft system;

    ServiceNodes(SystemDraft system) {
        this.system = system;
    }

    /** What a service is by its image, with what it has. */
    Node of(String id, Service service) {
        Integer cores = service.cores();
        return switch (service.kind()) {
            case BALANCER -> {
                LoadBalancer balancer = LoadBalancer.of(id);
                yield cores == null ? balancer : balancer.with(LoadBalancer.CORES, cores);
            }
            case CACHE -> {
                if (service.memory().isEmpty()) {
                    system.assumed("Caches hold 64 MiB.");
                }
                long bytes = service.memory().orElse(CACHE_BYTES);
                yield CacheNode.of(
                        id, CacheSettings.of(1).with(CacheSettings.CAPACITY, new CacheCapacity(bytes, true)));
            }
            case DATABASE -> {
                system.assumed("Databases need 1 ms for a request.");
                Database database = Database.of(id, new Distribution.Fixed(LOOKUP));
                yield cores == null ? database : database.with(Database.CORES, cores);
            }
            case SERVER -> {
                Server server = system.server(id);
                server = cores == null ? server : server.with(Server.CORES, cores);
                int replicas = service.count().orElse(1);
                yield replicas > 1 ? server.with(Server.COUNT, replicas) : server;
            }
        };
    }

    /** Docker's defaults are 30 s for both times and 3 failures; one success is enough. */
    static Health.Active checks(Yaml check) {
        return new Health.Active(
                Health.Probe.REQUEST,
                time(check.get("interval")),
                time(check.get("timeout")),
                check.get("retries").whole(1, 1_000).orElse(3),
                1,
                null,
                null);
    }

    /** As Docker writes times: {@code 1m30s}. */
    private static Duration time(Yaml yaml) {
        Duration time = Duration.ZERO;
        Matcher parts = PART.matcher(yaml.text());
        while (parts.find()) {
            long number = Long.parseLong(parts.group(1));
            time = time.plus(
                    switch (parts.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        default -> Duration.ofHours(number);
                    });
        }
        boolean usable = time.toMillis() >= 1 && time.compareTo(Units.LONGEST) <= 0;
        return usable ? time : Duration.ofSeconds(30);
    }
}
