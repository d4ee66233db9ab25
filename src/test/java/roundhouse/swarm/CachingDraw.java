package roundhouse.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.nodes.data.DataStrategy;

/**
 * Makes a drawn system one in which caches have to do something, which few draws are: clients ask for few keys, servers have their data in
 * caches and a database to which there are links, and caches can hand on what was written.
 */
final class CachingDraw {
    private final SplittableRandom random;
    private final List<String> caches = new ArrayList<>();
    private final List<String> databases = new ArrayList<>();
    private final List<String> servers = new ArrayList<>();

    CachingDraw(SplittableRandom random, List<String> kinds, List<String> ids) {
        this.random = random;
        for (int i = 0; i < kinds.size(); i++) {
            List<String> of = switch (kinds.get(i)) {
                case "cache" -> caches;
                case "database" -> databases;
                case "server" -> servers;
                default -> new ArrayList<>();
            };
            of.add(ids.get(i));
        }
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Json text(List<String> of) {
        return JsonBuilder.text(pick(of));
    }

    Json node(Json node) {
        Json.Obj drawn = (Json.Obj) node;
        String kind = ((Json.Text) Objects.requireNonNull(Pointers.at(drawn, "/kind"))).value();
        return switch (kind) {
            case "clients" -> clients(drawn);
            case "server" -> server(drawn);
            case "cache" -> cache(drawn);
            case "load-balancer" -> random.nextBoolean() ? drawn : without(drawn, "/cache");
            default -> drawn;
        };
    }

    private Json clients(Json.Obj drawn) {
        String text = "{ \"type\": \"zipf\", \"count\": %d, \"exponent\": 0.8 }".formatted(1 + random.nextInt(60));
        Json.Obj with = Pointers.with(drawn, "/keys", json(text));
        return without(Pointers.with(with, "/reads", JsonBuilder.number(0.6)), "/arrivals/times");
    }

    private Json server(Json.Obj drawn) {
        DataStrategy strategy = DataStrategy.values()[random.nextInt(DataStrategy.values().length)];
        boolean itself = strategy == DataStrategy.CACHE_ASIDE || strategy == DataStrategy.WRITE_AROUND;
        String text = "{ \"strategy\": \"%s\", \"cache\": [\"%s\"]%s }"
                .formatted(
                        strategy.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        String.join("\", \"", caches),
                        itself ? ", \"store\": \"" + pick(databases) + "\"" + aside(strategy) : "");
        return Pointers.with(Pointers.with(drawn, "/data", json(text)), "/service", JsonBuilder.text("1ms"));
    }

    private String aside(DataStrategy strategy) {
        return switch (random.nextInt(4)) {
            case 0 -> strategy == DataStrategy.CACHE_ASIDE ? ", \"leases\": true" : "";
            case 1 -> ", \"versions\": { \"believed\": \"50ms\" }";
            default -> "";
        };
    }

    private Json cache(Json.Obj drawn) {
        Json.Obj with = Pointers.with(drawn, "/store", text(databases));
        return switch (random.nextInt(3)) {
            case 0 -> without(with, "/flush");
            case 1 ->
                Pointers.with(
                        with,
                        "/flush",
                        json("{ \"every\": \"%dms\", \"batch\": %d, \"coalesce\": %b }"
                                .formatted(20 + random.nextInt(500), 1 + random.nextInt(5), random.nextBoolean())));
            default ->
                Pointers.with(
                        with,
                        "/flush",
                        json("{ \"delay\": \"%dms\", \"batch\": %d, \"coalesce\": %b }"
                                .formatted(1 + random.nextInt(300), 1 + random.nextInt(5), random.nextBoolean())));
        };
    }

    /** Whether there must be a link from one to the other. */
    boolean joins(String from, String to) {
        return (servers.contains(from) && (caches.contains(to) || databases.contains(to)))
                || (caches.contains(from) && databases.contains(to));
    }

    static Json link(String from, String to) {
        return json("{ \"from\": \"%s\", \"to\": \"%s\", \"latency\": \"1ms\" }".formatted(from, to));
    }

    private static Json without(Json.Obj from, String pointer) {
        return Pointers.at(from, pointer) == null ? from : Objects.requireNonNull(Pointers.without(from, pointer));
    }

    private static Json json(String text) {
        return switch (JsonText.parse(text)) {
            case JsonText.Result.Value(Json json) -> json;
            case JsonText.Result.Wrong wrong -> throw new IllegalStateException(wrong.toString());
        };
    }
}
