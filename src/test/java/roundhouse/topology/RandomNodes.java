package roundhouse.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import roundhouse.naming.AnswerType;
import roundhouse.naming.OrderType;
import roundhouse.routing.Outcome;
import roundhouse.routing.RequestKind;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.checking.CheckEndpoint;
import roundhouse.topology.nodes.data.ValueSizes;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.nodes.naming.AddressKeeping;
import roundhouse.topology.nodes.naming.Resolvers;
import roundhouse.topology.nodes.parts.Cipher;
import roundhouse.topology.nodes.parts.ColdStart;
import roundhouse.topology.nodes.parts.Connection;
import roundhouse.topology.nodes.parts.Handshakes;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.parts.Scalability;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.KindShare;
import roundhouse.topology.types.Types;

/** Valid nodes but for load balancers, and links, with everything that they can say of themselves. */
final class RandomNodes {
    private final RandomValues values;
    private final SplittableRandom random;

    RandomNodes(RandomValues values) {
        this.values = values;
        random = values.random;
    }

    Node clients(String id) {
        return new Clients(
                id,
                values.label(),
                arrivals(),
                values.maybe(() -> random.nextInt(1, 1_000_000), 1_000),
                values.pick("10.0.0.0/8", "192.0.2.7/32", "2001:db8::/32", "0.0.0.0/0"),
                values.pick(Map.of(), Map.of("eu", 1.0), Map.of("eu", 2.5), Map.of("eu", 2.0, "us", 0.0)),
                values.pick(
                        new KeyDistribution.Uniform(random.nextInt(1, 5_000)),
                        new KeyDistribution.Zipf(500, random.nextDouble(0, 3)),
                        new KeyDistribution.Hot(20, random.nextDouble())),
                values.maybe(random::nextDouble, 1.0),
                values.maybe(this::requests, List.of()),
                values.pick(
                        new Connection.PerRequest(),
                        new Connection.KeepAlive(random.nextInt(1, 500), values.positive(), values.optional()),
                        new Connection.KeepAlive(Integer.MAX_VALUE, Duration.ofSeconds(60), null)),
                random.nextBoolean(),
                values.maybe(() -> random.nextInt(1, 100), 0),
                values.pick(false, false, true),
                values.duration(),
                random.nextBoolean() ? values.positive() : null,
                values.maybe(
                        () -> new Retries(
                                random.nextInt(1, 9),
                                values.duration(),
                                values.duration(),
                                random.nextDouble(),
                                values.pick(Retries.ANY, Set.of(), Set.of(Outcome.TIMED_OUT, Outcome.REFUSED)),
                                values.optional(),
                                values.maybe(() -> new Retries.Budget(random.nextDouble(), random.nextInt(90)), null)),
                        Retries.NONE),
                values.maybe(() -> new Hedge(values.positive(), random.nextInt(1, 4)), null),
                null,
                values.maybe(
                        () -> new ValueSizes(random.nextInt(1, 500), random.nextInt(500, 90_000)), ValueSizes.USUAL),
                values.maybe(this::resolvers, Resolvers.USUAL));
    }

    private Resolvers resolvers() {
        return new Resolvers(
                random.nextInt(1, 1_000),
                random.nextDouble(0, 3),
                random.nextBoolean(),
                values.pick(OrderType.values()),
                Duration.ofSeconds(random.nextInt(9)),
                Duration.ofSeconds(random.nextInt(9, 900)),
                random.nextBoolean(),
                random.nextBoolean(),
                Duration.ofMillis(random.nextInt(1, 9_000)),
                values.maybe(() -> new AddressKeeping(values.optional(), values.duration(), values.duration()), null),
                values.pick(null, Duration.ofMillis(250)));
    }

    Node dns(String id) {
        return new Dns(
                id,
                values.label(),
                values.pick(AnswerType.values()),
                values.pick(OrderType.values()),
                Duration.ofSeconds(random.nextInt(900)),
                Duration.ofSeconds(random.nextInt(900)),
                random.nextBoolean(),
                null,
                values.price());
    }

    private List<KindShare> requests() {
        return List.of(
                new KindShare(1, new RequestKind("/", Map.of(), Map.of())),
                new KindShare(
                        random.nextDouble(0, 9),
                        new RequestKind(
                                values.pick("shop.example", null),
                                values.pick("PUT", null),
                                "/api",
                                Map.of("x-plan", "gold"),
                                Map.of("beta", values.text()))));
    }

    private Arrivals arrivals() {
        double rate = values.pick(0.0, 0.5, 1_200.0, 1e-5, random.nextDouble(0, 1e7));
        return values.pick(
                new Arrivals.Poisson(rate),
                new Arrivals.Constant(rate),
                new Arrivals.Bursty(rate, values.positive(), values.duration()),
                new Arrivals.Curve(List.of(
                        new Arrivals.Curve.Point(Duration.ZERO, rate),
                        new Arrivals.Curve.Point(values.duration(), random.nextInt(100)))),
                new Arrivals.Closed(values.distribution()));
    }

    Node server(String id) {
        return new Server(
                id,
                values.label(),
                id.startsWith("s0") || id.equals("new") ? 1 : values.pick(1, 1, 3),
                values.maybe(() -> random.nextInt(1, 64), 1),
                values.maybe(() -> random.nextDouble(0.1, 4), 1.0),
                values.maybe(() -> new Scalability(random.nextDouble(), random.nextDouble(), 64), null),
                values.distribution(),
                values.pick(Discipline.values()),
                values.pick(0, 100, 1_000, Types.UNLIMITED),
                values.pick(1, 1_000, Types.UNLIMITED),
                values.pick(1, 50, Types.UNLIMITED),
                id.equals("s0") || id.equals("new") ? List.of() : values.maybe(() -> List.of(call()), List.of()),
                values.maybe(values::duration, Tls.PASS_THROUGH.handshake()),
                values.maybe(
                        () -> new Handshakes(
                                values.pick(Handshakes.Certificate.values()),
                                Handshakes.Version.TLS_1_3,
                                random.nextDouble(),
                                random.nextBoolean(),
                                values.maybe(() -> values.pick(Cipher.values()), null)),
                        null),
                values.place(),
                values.place(),
                values.maybe(() -> new ColdStart(random.nextDouble(1, 900), values.duration()), null),
                values.maybe(
                        () -> new SessionState(
                                id.equals("s0") || id.equals("new") ? null : values.pick(null, "s0"),
                                values.positive(),
                                random.nextInt(1, 9_000_000)),
                        null),
                values.maybe(
                        () -> new CheckEndpoint(
                                values.pick(null, 8081),
                                values.pick(null, "/health"),
                                random.nextInt(100, 600),
                                values.pick("", "all \"OK\"")),
                        null),
                values.limits(7),
                null,
                null,
                values.price());
    }

    private ServiceCall call() {
        return new ServiceCall(
                "s0",
                random.nextInt(1, 1_001),
                random.nextBoolean(),
                values.pick(1.0, 0.0, 0.25),
                values.pick(null, "/", "/a b/\"c\""),
                values.pick(null, values.positive()),
                values.maybe(
                        () -> new Retries(
                                random.nextInt(2, 100),
                                values.duration(),
                                values.duration(),
                                0.5,
                                Set.of(Outcome.TIMED_OUT),
                                values.pick(null, values.positive()),
                                new Retries.Budget(0.5, 3)),
                        Retries.NONE),
                values.maybe(() -> new Hedge(values.positive(), random.nextInt(1, 11)), null),
                values.maybe(
                        () -> new Breaker(
                                random.nextInt(1, 1_000),
                                values.pick(null, Duration.ofSeconds(3)),
                                random.nextInt(1, 1_000),
                                random.nextDouble(0.01, 1),
                                1,
                                values.positive(),
                                values.pick(5, Types.UNLIMITED),
                                values.positive(),
                                random.nextInt(1, 100)),
                        null),
                random.nextBoolean());
    }

    Link link(String from, String to) {
        return new Link(
                from,
                to,
                values.distribution(),
                values.pick(Types.UNLIMITED, 10, 1_000),
                random.nextInt(0, 10),
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                values.pick(1, 300, Types.UNLIMITED),
                values.pick("default", "api", "gold"),
                random.nextInt(4) == 0 ? random.nextInt(0, 5) : null,
                random.nextInt(4) == 0 ? Duration.ofSeconds(random.nextInt(1, 20)) : null,
                random.nextInt(4) == 0 ? "10.0.0." + random.nextInt(1, 250) + ":8080" : null,
                null);
    }
}
