package roundhouse.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.ComparisonOperator;
import roundhouse.topology.expectations.DataFigure;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.stores.Store;

/** Everything that a file can have happen, and expect, in a system that has the server {@code s0} and the balancer {@code lb.0}. */
final class RandomScenarios {
    private final RandomValues values;
    private final SplittableRandom random;
    private final RandomNodes nodes;

    RandomScenarios(RandomValues values, RandomNodes nodes) {
        this.values = values;
        this.nodes = nodes;
        random = values.random;
    }

    /** @param zone one that is there, or null */
    List<TimedCommand> scenario(List<Link> links, List<Store> stores, @Nullable String zone) {
        List<TimedCommand> scenario = new ArrayList<>();
        scenario.add(new TimedCommand(values.duration(), new Command.Crash("s0")));
        scenario.add(new TimedCommand(values.duration(), new Command.Recover("s0")));
        stores.stream().filter(each -> each.replication().shards() != null).forEach(store -> {
            String member = values.pick(store.members().toArray(String[]::new));
            scenario.add(new TimedCommand(values.duration(), new Command.Leave(member)));
            scenario.add(new TimedCommand(values.duration(), new Command.Join(member)));
        });
        scenario.add(new TimedCommand(values.duration(), new Command.Slow("lb.0", random.nextDouble(0.01, 1_000))));
        scenario.add(new TimedCommand(values.duration(), new Command.Remove("s0")));
        scenario.add(
                new TimedCommand(values.duration(), new Command.SetAlgorithm("lb.0", Balancing.of(Algorithm.RANDOM))));
        scenario.add(new TimedCommand(
                values.duration(),
                new Command.Add(
                        nodes.server("new"), random.nextBoolean() ? List.of() : List.of(nodes.link("lb.0", "new")))));
        scenario.add(new TimedCommand(values.duration(), new Command.Crash("s0", values.pick(CrashMode.values()))));
        if (zone != null) {
            scenario.add(
                    new TimedCommand(values.duration(), new Command.Outage(zone, values.pick(CrashMode.values()))));
            scenario.add(new TimedCommand(values.duration(), new Command.OutageOver(zone)));
        }
        scenario.add(new TimedCommand(values.duration(), new Command.Pause("lb.0")));
        scenario.add(new TimedCommand(values.duration(), new Command.Leak("s0", random.nextDouble(0, 1_000))));
        scenario.add(new TimedCommand(values.duration(), new Command.Errors("s0", random.nextDouble())));
        scenario.add(new TimedCommand(values.duration(), new Command.Flap("s0", values.interval(), values.interval())));
        scenario.add(
                new TimedCommand(values.duration(), new Command.Failing("s0", values.interval(), values.interval())));
        scenario.add(new TimedCommand(values.duration(), new Command.Restart("lb.0", values.duration())));
        scenario.add(
                new TimedCommand(values.duration(), new Command.Partition(List.of(List.of("s0"), List.of("lb.0")))));
        scenario.add(new TimedCommand(values.duration(), new Command.Heal(true)));
        for (Link link : links) {
            scenario.add(new TimedCommand(values.duration(), faulty(link)));
            scenario.add(new TimedCommand(
                    values.duration(), new Command.SetWeight(link.from(), link.to(), random.nextInt(9))));
        }
        return scenario.subList(0, random.nextInt(scenario.size() + 1));
    }

    List<Expectation> expectations(Duration warmUp, List<Link> links) {
        List<Expectation> expectations = new ArrayList<>();
        for (Figure figure : Figure.ALL) {
            Duration from = warmUp.plus(values.duration());
            boolean cached = links.stream().anyMatch(link -> link.from().equals("cdn"));
            boolean named = links.stream().anyMatch(link -> link.from().equals("dns"));
            boolean ofStore = figure instanceof Figure.StaleAge || figure instanceof Figure.ReplicationLag;
            if (((figure instanceof Figure.Data || ofStore) && figure.needsNode() && !cached)
                    || (figure instanceof Figure.Naming && !named)
                    || figure instanceof Figure.Group) {
                continue;
            }
            String whose = whose(figure, cached);
            expectations.add(new Expectation.Bound(
                    figure,
                    figure.needsNode() || (!figure.isOfSystem() && random.nextBoolean()) ? whose : null,
                    values.pick(ComparisonOperator.values()),
                    amount(figure.units().get(random.nextInt(figure.units().size()))),
                    random.nextBoolean() ? null : new Expectation.Window(from, from.plus(values.positive()))));
        }
        if (links.stream().anyMatch(link -> link.from().equals("cdn"))) {
            expectations.add(new Expectation.Promise("orders", values.pick("linearizable", "pram", "k-atomic")));
            expectations.add(new Expectation.Convergence("orders", values.positive()));
        }
        for (Link link : links) {
            if (link.isHeartbeat()) {
                expectations.add(new Expectation.Takeover(link.to(), values.positive(), link.from()));
                expectations.add(new Expectation.Takeover(link.from(), values.positive(), link.to()));
            }
        }
        return expectations;
    }

    /** Who has such a figure; null for nobody. */
    private @Nullable String whose(Figure figure, boolean cached) {
        return switch (figure) {
            case Figure.Naming _ -> "dns";
            case Figure.StaleAge _, Figure.ReplicationLag _ -> cached ? "orders" : null;
            case Figure.Data(DataFigure data) -> {
                boolean store = data.isOfStoresOnly() || data.isOfClients();
                yield !cached ? null : store ? "orders" : values.pick("cache-1", data.isOfStores() ? "orders" : "cdn");
            }
            default -> figure.isOfSessions() ? "s0" : values.pick("s0", "lb.0");
        };
    }

    private Amount amount(Amount.Unit unit) {
        return switch (unit) {
            case TIME -> new Amount.Time(values.duration());
            case COUNT -> new Amount.Count(values.pick(0.0, 0.001, 2.5, (double) random.nextInt(1_000_000_000)));
            case SHARE -> new Amount.Share(values.pick(0.0, 0.1, 99.99, 100.0));
            case HOUR -> new Amount.PerHour(values.pick(0.0, 0.25, 12.0));
            case MILLION -> new Amount.PerMillion(values.pick(0.0, 0.4, 3.0));
            case RATE -> new Amount.Rate(values.pick(0.0, 0.5, 1_200.0));
        };
    }

    private Command faulty(Link link) {
        String from = link.from();
        String to = link.to();
        boolean balanced = from.startsWith("lb");
        return values.pick(
                new Command.Cut(from, to, values.pick(LinkDirection.values())),
                new Command.Delay(from, to, values.duration(), values.duration()),
                new Command.Loss(from, to, random.nextDouble()),
                new Command.Mend(from, to),
                balanced ? new Command.Drain(from, to) : new Command.Mend(from, to),
                balanced ? new Command.Undrain(from, to) : new Command.Mend(from, to));
    }
}
