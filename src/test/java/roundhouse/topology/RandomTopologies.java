package roundhouse.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.HashFunction;
import roundhouse.hashing.PlacementOptions;
import roundhouse.hashing.PlacementSettings;
import roundhouse.hashing.Placements;
import roundhouse.hashing.Ring;
import roundhouse.routing.Algorithm;
import roundhouse.routing.Outcome;
import roundhouse.routing.RequestKind;

/** Valid topologies that use everything the format knows, one for each seed. */
final class RandomTopologies {
    private final SplittableRandom random;
    private @Nullable String zone;

    private RandomTopologies(long seed) {
        random = new SplittableRandom(seed);
    }

    static Topology of(long seed) {
        return new RandomTopologies(seed).topology();
    }

    private Topology topology() {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        int balancers = random.nextInt(1, 4);
        int servers = random.nextInt(1, 6);
        int clients = random.nextInt(1, 4);
        for (int i = 0; i < clients; i++) {
            nodes.add(clients("users-" + i));
            if (random.nextInt(5) > 0) {
                links.add(link("users-" + i, random.nextBoolean() ? "lb." + random.nextInt(balancers) : "s0"));
            }
        }
        for (int i = 0; i < balancers; i++) {
            nodes.add(balancer("lb." + i));
            for (int j = i + 1; j < balancers; j++) {
                if (random.nextBoolean()) {
                    links.add(link("lb." + i, "lb." + j));
                }
            }
            for (int j = 0; j < servers; j++) {
                if (random.nextInt(3) > 0) {
                    links.add(link("lb." + i, "s" + j));
                }
            }
        }
        for (int i = 0; i < servers; i++) {
            nodes.add(server("s" + i));
        }
        if (random.nextBoolean()) {
            pair(nodes, links);
        }
        Map<String, Position> layout = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (random.nextInt(8) > 0) {
                layout.put(node.id(), new Position(random.nextInt(-500, 2_000), random.nextInt(-1_000, 9_000) / 4.0));
            }
        }
        Duration warmUp = maybe(this::duration, Duration.ZERO);
        return new Topology(
                text(),
                maybe(() -> "Two lines:\n\tone \"quoted\", a \\ and an é.", ""),
                random.nextLong(),
                maybe(this::positive, Topology.DEFAULT_DURATION),
                warmUp,
                maybe(
                        () -> Map.of("eu", new Place(random.nextDouble(-90, 90), random.nextDouble(-180, 180))),
                        Map.of()),
                nodes,
                links,
                scenario(links),
                maybe(() -> expectations(warmUp, links), List.of()),
                layout);
    }

    /** Two balancers that share an address, clients of both, and an outage of a zone that is there. */
    private void pair(List<Node> nodes, List<Link> links) {
        Node.LoadBalancer one = (Node.LoadBalancer) balancer("pair-1");
        nodes.add(one);
        nodes.add(balancer("pair-2"));
        nodes.add(clients("pair-users"));
        Distribution latency = distribution();
        links.add(link("pair-users", "pair-1"));
        links.add(link("pair-users", "pair-2"));
        links.add(new Link(
                "pair-1",
                "pair-2",
                latency,
                1,
                false,
                false,
                Defaults.UNLIMITED,
                Link.DEFAULT_POOL,
                maybe(() -> new Heartbeat(positive().plusMillis(1), random.nextInt(1, 9)), Heartbeat.DEFAULT)));
        zone = one.zone() == null ? one.region() : one.zone();
    }

    private Node clients(String id) {
        return new Node.Clients(
                id,
                label(),
                arrivals(),
                maybe(() -> random.nextInt(1, 1_000_000), Defaults.USERS),
                pick("10.0.0.0/8", "192.0.2.7/32", "2001:db8::/32", "0.0.0.0/0"),
                pick(Map.of(), Map.of("eu", 1.0), Map.of("eu", 2.5), Map.of("eu", 2.0, "us", 0.0)),
                pick(
                        new Keys.Uniform(random.nextInt(1, 5_000)),
                        new Keys.Zipf(500, random.nextDouble(0, 3)),
                        new Keys.Hot(20, random.nextDouble())),
                maybe(random::nextDouble, 1.0),
                maybe(this::requests, List.of()),
                pick(
                        new Connection.PerRequest(),
                        new Connection.KeepAlive(random.nextInt(1, 500), positive()),
                        new Connection.KeepAlive(Integer.MAX_VALUE, Defaults.IDLE)),
                random.nextBoolean(),
                maybe(() -> random.nextInt(1, 100), 0),
                random.nextBoolean() ? positive() : null,
                maybe(
                        () -> new Retries(
                                random.nextInt(1, 9),
                                duration(),
                                duration(),
                                random.nextDouble(),
                                pick(Retries.ANY, Set.of(), Set.of(Outcome.TIMED_OUT, Outcome.REFUSED)),
                                optional(),
                                maybe(() -> new Retries.Budget(random.nextDouble(), random.nextInt(90)), null)),
                        Retries.NONE),
                maybe(() -> new Hedge(positive(), random.nextInt(1, 4)), null));
    }

    private List<Node.Clients.KindShare> requests() {
        return List.of(
                new Node.Clients.KindShare(1, new RequestKind("/", Map.of(), Map.of())),
                new Node.Clients.KindShare(
                        random.nextDouble(0, 9),
                        new RequestKind("/api", Map.of("x-plan", "gold"), Map.of("beta", text()))));
    }

    private Arrivals arrivals() {
        double rate = pick(0.0, 0.5, 1_200.0, 1e-5, random.nextDouble(0, 1e7));
        return pick(
                new Arrivals.Poisson(rate),
                new Arrivals.Constant(rate),
                new Arrivals.Bursty(rate, positive(), duration()),
                new Arrivals.Curve(List.of(
                        new Arrivals.Curve.Point(Duration.ZERO, rate),
                        new Arrivals.Curve.Point(duration(), random.nextInt(100)))),
                new Arrivals.Closed(distribution()));
    }

    private Node balancer(String id) {
        int layer = random.nextBoolean() ? 4 : 7;
        return new Node.LoadBalancer(
                id,
                label(),
                layer,
                balancing(layer),
                maybe(() -> random.nextInt(1, 64), Defaults.BALANCER_CORES),
                maybe(this::duration, Node.LoadBalancer.defaultCost(layer)),
                sticky(layer),
                layer == 4
                        ? List.of()
                        : maybe(
                                () -> List.of(
                                        new Rule.Path("/api/*", "api"),
                                        new Rule.Header("X-Plan", "gold", "gold"),
                                        new Rule.Cookie("beta", "1", "default")),
                                List.of()),
                new Tls(pick(Tls.Mode.values()), maybe(this::duration, Tls.DEFAULT_HANDSHAKE)),
                place(),
                place(),
                maybe(this::health, Health.NONE),
                maybe(() -> new PassOn(random.nextInt(1, 9), optional()), PassOn.NEVER),
                maybe(() -> new Failover(random.nextInt(1, 256), random.nextBoolean()), Failover.DEFAULT));
    }

    private Sticky sticky(int layer) {
        Sticky table = new Sticky(
                Sticky.By.ADDRESS, null, optional(), random.nextInt(1, 5_000), pick(Sticky.WhenFull.values()));
        return layer == 4
                ? pick(Sticky.OFF, Sticky.ADDRESS, table)
                : pick(
                        Sticky.OFF,
                        Sticky.COOKIE,
                        table,
                        new Sticky(Sticky.By.HEADER, "x-user", optional(), table.size(), table.whenFull()));
    }

    private Health health() {
        return new Health(
                maybe(
                        () -> new Health.Active(
                                pick(Health.Probe.values()),
                                positive(),
                                positive(),
                                random.nextInt(1, 9),
                                random.nextInt(1, 9),
                                optional(),
                                optional()),
                        null),
                maybe(() -> new Health.Passive(random.nextInt(1, 9), Duration.ofSeconds(random.nextInt(1, 90))), null),
                maybe(
                        () -> new Health.Ejection(
                                random.nextInt(1, 9),
                                positive(),
                                positive(),
                                positive(),
                                random.nextInt(101),
                                random.nextInt(1, 9),
                                random.nextInt(1, 900),
                                random.nextDouble(0, 10)),
                        null),
                random.nextInt(101),
                Duration.ofSeconds(random.nextInt(60)));
    }

    private @Nullable Duration optional() {
        return random.nextBoolean() ? positive() : null;
    }

    private Balancing balancing(int layer) {
        Algorithm algorithm = pick(Algorithm.values());
        if (algorithm != Algorithm.HASH) {
            return new Balancing(algorithm, maybe(this::positive, Balancing.DEFAULT_DECAY));
        }
        return layer == 4 ? Balancing.of(Algorithm.IP_HASH) : Balancing.hash(placement());
    }

    private PlacementSettings placement() {
        Placements kind = pick(Placements.all().toArray(Placements[]::new));
        PlacementSettings usual = PlacementSettings.of(kind);
        return new PlacementSettings(
                kind,
                kind.takesAnyHash()
                        ? pick(usual.hash(), HashFunction.MD5, HashFunction.SDBM.avalanched())
                        : usual.hash(),
                maybe(() -> random.nextInt(1, 1_025), usual.virtualNodes()),
                maybe(() -> random.nextInt(1, 17), usual.replicas()),
                pick(usual.balanceFactor(), PlacementOptions.UNBOUNDED, 100, 150),
                usual.isRing()
                        ? maybe(
                                () -> List.of(
                                        new Ring.MovedToken("a", 0, random.nextLong()),
                                        new Ring.MovedToken("s.1-b", 7, random.nextLong())),
                                List.of())
                        : List.of());
    }

    private Node server(String id) {
        return new Node.Server(
                id,
                label(),
                maybe(() -> random.nextInt(1, 64), Defaults.SERVER_CORES),
                distribution(),
                pick(0, Defaults.QUEUE, 1_000, Defaults.UNLIMITED),
                pick(1, 1_000, Defaults.UNLIMITED),
                maybe(this::duration, Tls.DEFAULT_HANDSHAKE),
                place(),
                place(),
                maybe(() -> new ColdStart(random.nextDouble(1, 900), duration()), null),
                maybe(
                        () -> new SessionState(
                                id.equals("s0") || id.equals("new") ? null : pick(null, "s0"),
                                positive(),
                                random.nextInt(1, 9_000_000)),
                        null));
    }

    private Link link(String from, String to) {
        return new Link(
                from,
                to,
                distribution(),
                random.nextInt(0, 10),
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                pick(1, 300, Defaults.UNLIMITED),
                pick("default", "api", "gold"),
                null);
    }

    private List<TimedCommand> scenario(List<Link> links) {
        List<TimedCommand> scenario = new ArrayList<>();
        scenario.add(new TimedCommand(duration(), new Command.Crash("s0")));
        scenario.add(new TimedCommand(duration(), new Command.Recover("s0")));
        scenario.add(new TimedCommand(duration(), new Command.Slow("lb.0", random.nextDouble(0.01, 1_000))));
        scenario.add(new TimedCommand(duration(), new Command.Remove("s0")));
        scenario.add(new TimedCommand(duration(), new Command.SetAlgorithm("lb.0", Balancing.of(Algorithm.RANDOM))));
        scenario.add(new TimedCommand(
                duration(),
                new Command.Add(server("new"), random.nextBoolean() ? List.of() : List.of(link("lb.0", "new")))));
        scenario.add(new TimedCommand(duration(), new Command.Crash("s0", pick(CrashMode.values()))));
        if (zone != null) {
            scenario.add(new TimedCommand(duration(), new Command.Outage(zone, pick(CrashMode.values()))));
            scenario.add(new TimedCommand(duration(), new Command.OutageOver(zone)));
        }
        scenario.add(new TimedCommand(duration(), new Command.Pause("lb.0")));
        scenario.add(new TimedCommand(duration(), new Command.Leak("s0", random.nextDouble(0, 1_000))));
        scenario.add(new TimedCommand(duration(), new Command.Errors("s0", random.nextDouble())));
        scenario.add(new TimedCommand(duration(), new Command.Flap("s0", positive(), positive())));
        scenario.add(new TimedCommand(duration(), new Command.Failing("s0", positive(), positive())));
        scenario.add(new TimedCommand(duration(), new Command.Restart("lb.0", duration())));
        for (Link link : links) {
            scenario.add(new TimedCommand(duration(), faulty(link)));
            scenario.add(
                    new TimedCommand(duration(), new Command.SetWeight(link.from(), link.to(), random.nextInt(9))));
        }
        return scenario.subList(0, random.nextInt(scenario.size() + 1));
    }

    private List<Expectation> expectations(Duration warmUp, List<Link> links) {
        List<Expectation> expectations = new ArrayList<>();
        for (Figure figure : Figure.ALL) {
            Duration from = warmUp.plus(duration());
            expectations.add(new Expectation.Bound(
                    figure,
                    figure.needsNode() || random.nextBoolean()
                            ? (figure.isOfServers() ? "s0" : pick("s0", "lb.0"))
                            : null,
                    pick(Comparison.values()),
                    amount(figure.units().get(random.nextInt(figure.units().size()))),
                    random.nextBoolean() ? null : new Expectation.Window(from, from.plus(positive()))));
        }
        for (Link link : links) {
            if (link.isHeartbeat()) {
                expectations.add(new Expectation.Takeover(link.to(), positive(), link.from()));
                expectations.add(new Expectation.Takeover(link.from(), positive(), link.to()));
            }
        }
        return expectations;
    }

    private Amount amount(Amount.Unit unit) {
        return switch (unit) {
            case TIME -> new Amount.Time(duration());
            case COUNT -> new Amount.Count(pick(0.0, 0.001, 2.5, (double) random.nextInt(1_000_000_000)));
            case SHARE -> new Amount.Share(pick(0.0, 0.1, 99.99, 100.0));
            case RATE -> new Amount.Rate(pick(0.0, 0.5, 1_200.0));
        };
    }

    private Command faulty(Link link) {
        String from = link.from();
        String to = link.to();
        boolean balanced = from.startsWith("lb");
        return pick(
                new Command.Cut(from, to, pick(Way.values())),
                new Command.Delay(from, to, duration(), duration()),
                new Command.Loss(from, to, random.nextDouble()),
                new Command.Mend(from, to),
                balanced ? new Command.Drain(from, to) : new Command.Mend(from, to),
                balanced ? new Command.Undrain(from, to) : new Command.Mend(from, to));
    }

    private Distribution distribution() {
        Duration small = duration();
        return pick(
                new Distribution.Fixed(duration()),
                new Distribution.Uniform(small, small.plusNanos(random.nextInt(1_000_000))),
                new Distribution.Normal(duration(), duration()),
                new Distribution.LogNormal(positive(), duration()),
                new Distribution.Exponential(duration()));
    }

    private Duration duration() {
        return pick(
                Duration.ZERO,
                Duration.ofNanos(random.nextInt(2_000_000_000)),
                Duration.ofMillis(random.nextInt(5_000)),
                Duration.ofSeconds(random.nextInt(7_200)),
                Duration.ofHours(random.nextInt(100)));
    }

    private Duration positive() {
        return duration().plusNanos(random.nextInt(1, 3));
    }

    private String text() {
        return pick("A name", "é → \"x\" \\ / 😀", "{}", "0");
    }

    private @Nullable String label() {
        return random.nextBoolean() ? null : text();
    }

    private @Nullable String place() {
        return pick(null, "eu", "eu west/1~2");
    }

    private <T extends @Nullable Object> T maybe(Supplier<? extends T> value, T otherwise) {
        return random.nextBoolean() ? value.get() : otherwise;
    }

    @SafeVarargs
    private <T extends @Nullable Object> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
