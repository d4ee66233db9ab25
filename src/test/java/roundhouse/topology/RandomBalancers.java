package roundhouse.topology;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.mirrors.UriKey;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.hashing.rings.Ring;
import roundhouse.routing.Failure;
import roundhouse.routing.RequestRules;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.BalancerProfile;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.parts.VrrpSettings;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.targets.ZonePreference;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.nodes.waiting.ConnectionLimits;
import roundhouse.topology.nodes.waiting.TimeLimits;
import roundhouse.topology.types.Types;

/** Valid load balancers with everything that they can say of themselves. */
final class RandomBalancers {
    private final RandomValues values;
    private final SplittableRandom random;
    private final RandomCaches data;

    RandomBalancers(RandomValues values) {
        this.values = values;
        random = values.random;
        data = new RandomCaches(values);
    }

    Node balancer(String id) {
        int layer = random.nextBoolean() ? 4 : 7;
        BalancerProfile profile = values.pick(null, null, BalancerProfile.SOFTWARE, BalancerProfile.CLOUD_LAYER_4);
        return new LoadBalancer(
                id,
                values.label(),
                profile,
                layer,
                balancing(layer),
                values.maybe(() -> random.nextInt(1, 64), 4),
                values.maybe(values::duration, LoadBalancer.defaultCost(layer)),
                values.pick(Duration.ZERO, Duration.ofNanos(50_000)),
                values.pick(Types.UNLIMITED, Types.UNLIMITED, 1_000),
                sticky(layer),
                layer == 4
                        ? List.of()
                        : values.maybe(
                                () -> List.of(
                                        Rule.path("/api/*", "api"),
                                        Rule.to("api")
                                                .with(
                                                        Rule.HOST,
                                                        values.pick("shop.example", "*.example", "shop.*", "*"))
                                                .with(Rule.METHOD, values.pick("GET", null))
                                                .with(Rule.QUERY, "q")
                                                .with(Rule.VALUE, values.text()),
                                        Rule.header("X-Plan", "gold", "gold"),
                                        Rule.cookie("beta", "1", "default")),
                                List.of()),
                values.pick(RequestRules.Order.values()),
                new Tls(values.pick(Tls.Mode.values()), values.maybe(values::duration, Tls.PASS_THROUGH.handshake())),
                values.place(),
                values.place(),
                values.maybe(
                        () -> values.pick(
                                new ZonePreference.SameZone(),
                                new ZonePreference.Envoy(random.nextInt(10), random.nextInt(101))),
                        ZonePreference.OFF),
                values.maybe(this::health, Health.NONE),
                values.pick(BackupUse.values()),
                values.maybe(
                        () -> new FailoverPolicy(
                                random.nextInt(1, 9),
                                Failure.NGINX,
                                true,
                                values.pick(FailoverPolicy.Next.values()),
                                values.positive(),
                                values.maybe(values::interval, null)),
                        FailoverPolicy.NEVER),
                values.maybe(
                        () -> new VrrpSettings(random.nextInt(1, 256), random.nextBoolean()), VrrpSettings.DEFAULT),
                values.maybe(this::queue, null),
                new TimeLimits(values.optional(), values.optional()),
                new ConnectionLimits(
                        values.maybe(() -> random.nextInt(1, 100), Types.UNLIMITED),
                        values.optional(),
                        values.optional()),
                values.limits(layer),
                layer == 4 ? null : values.maybe(data::cache, null),
                profile == null ? values.price() : RandomValues.price("0.10/h"));
    }

    private BalancerQueue queue() {
        return new BalancerQueue(
                values.pick(BalancerQueue.By.values()),
                values.maybe(() -> random.nextInt(100), Types.UNLIMITED),
                values.maybe(() -> random.nextInt(1, 100), Types.UNLIMITED),
                values.maybe(values::positive, null),
                values.pick(BalancerQueue.Order.values()),
                random.nextBoolean(),
                values.maybe(() -> random.nextInt(1, 100), Types.UNLIMITED),
                values.maybe(() -> random.nextInt(1, 100), Types.UNLIMITED));
    }

    private Sticky sticky(int layer) {
        Sticky table = new Sticky(
                Sticky.By.ADDRESS,
                null,
                values.optional(),
                random.nextInt(1, 5_000),
                values.pick(Sticky.WhenFull.values()));
        return layer == 4
                ? values.pick(Sticky.OFF, Sticky.of(Sticky.By.ADDRESS), table)
                : values.pick(
                        Sticky.OFF,
                        Sticky.of(Sticky.By.COOKIE),
                        table,
                        new Sticky(Sticky.By.HEADER, "x-user", values.optional(), table.size(), table.whenFull()));
    }

    private Health health() {
        return new Health(
                values.maybe(
                        () -> new Health.Active(
                                values.pick(Health.Probe.values()),
                                values.interval(),
                                values.interval(),
                                random.nextInt(1, 9),
                                random.nextInt(1, 9),
                                values.maybe(values::interval, null),
                                values.maybe(values::interval, null),
                                new CheckQuestion(
                                        values.pick(null, 1, 65_535),
                                        values.pick(null, "/", "/é/health"),
                                        values.pick("200-399", "2xx", "200,404, 5xx"),
                                        values.pick(null, "OK")),
                                new MarkedActions(random.nextBoolean(), random.nextBoolean())),
                        null),
                values.maybe(
                        () -> new Health.Passive(
                                random.nextInt(1, 9), Duration.ofSeconds(random.nextInt(1, 90)), Failure.NGINX),
                        null),
                values.maybe(
                        () -> new Health.Ejection(
                                random.nextInt(1, 9),
                                values.interval(),
                                values.positive(),
                                values.positive(),
                                random.nextInt(101),
                                true,
                                random.nextInt(1, 9),
                                random.nextInt(1, 900),
                                random.nextDouble(0, 10)),
                        null),
                random.nextInt(101),
                Duration.ofSeconds(random.nextInt(60)));
    }

    private Balancing balancing(int layer) {
        Algorithm algorithm = values.pick(Algorithm.values());
        if (algorithm != Algorithm.HASH) {
            Balancing plain = new Balancing(algorithm, values.maybe(values::positive, Balancing.DEFAULT_DECAY));
            return switch (algorithm) {
                case HAPROXY_SOURCE -> Balancing.of(algorithm).placed(haproxys());
                case HAPROXY_URI ->
                    Balancing.of(algorithm)
                            .placed(haproxys())
                            .byPart(new UriKey(random.nextBoolean(), random.nextInt(4), random.nextInt(40)));
                default -> plain;
            };
        }
        return layer == 4
                ? Balancing.of(Algorithm.IP_HASH)
                : Balancing.of(Algorithm.HASH).placed(placement());
    }

    private PlacementSettings haproxys() {
        Placements kind = values.pick(Placements.HAPROXY_MAP, Placements.HAPROXY_CONSISTENT);
        PlacementSettings usual = PlacementSettings.of(kind);
        PlacementSettings hashed = usual.withHash(values.pick(usual.hash(), HashFunction.DJB2, HashFunction.CRC32));
        return kind.canBeBounded() && random.nextBoolean() ? hashed.withBalanceFactor(150) : hashed;
    }

    private PlacementSettings placement() {
        Placements kind = values.pick(Placements.all().toArray(Placements[]::new));
        PlacementSettings usual = PlacementSettings.of(kind);
        return new PlacementSettings(
                kind,
                kind.takesAnyHash()
                        ? values.pick(usual.hash(), HashFunction.MD5, HashFunction.SDBM.avalanched())
                        : usual.hash(),
                values.maybe(
                        () -> kind.isRing() ? random.nextInt(1, 1_025) : usual.virtualNodes(), usual.virtualNodes()),
                values.maybe(() -> random.nextInt(1, 17), usual.replicas()),
                kind.canBeBounded()
                        ? values.pick(usual.balanceFactor(), PlacementOptions.UNBOUNDED, 100, 150)
                        : usual.balanceFactor(),
                usual.isRing()
                        ? values.maybe(
                                () -> List.of(
                                        new Ring.MovedToken("a", 0, random.nextLong()),
                                        new Ring.MovedToken("s.1-b", 7, random.nextLong())),
                                List.of())
                        : List.of());
    }
}
