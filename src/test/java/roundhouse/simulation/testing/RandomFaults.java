package roundhouse.simulation.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/** Failures by chance: of servers, balancers, links and whole places, for once, for a while, and over and over. */
public final class RandomFaults {
    /** The longest that a link is made to take more, nanoseconds: delay and jitter together. */
    static final long LONGEST_DELAY = 400_000_000;

    private final Chance chance;

    RandomFaults(Chance chance) {
        this.chance = chance;
    }

    /** The topology with so many failures until that time, milliseconds; fewer where one makes no sense. */
    Topology failing(Topology sound, int failures, int until) {
        Topology failing = sound.withScenario(List.of());
        for (int i = 0; i < failures; i++) {
            List<TimedCommand> scenario = new ArrayList<>(failing.scenario());
            scenario.add(Systems.at(chance.below(until) / 1_000.0, fault(sound)));
            Topology next = sound.withScenario(scenario);
            failing = Validation.problems(next).isEmpty() ? next : failing;
        }
        return failing;
    }

    /** Something fails, or a failure ends. */
    Command fault(Topology now) {
        return switch (chance.below(6)) {
            case 0, 1 -> ofNode(now);
            case 2 -> byItself(now);
            case 3 -> ofPlace(now);
            default -> ofLink(now);
        };
    }

    private Command ofNode(Topology now) {
        String id = node(now);
        return switch (chance.below(8)) {
            case 0, 1 -> new Command.Crash(id, chance.pick(CrashMode.values()));
            case 2, 3 -> new Command.Recover(id);
            case 4 -> new Command.Slow(id, chance.between(1, 5));
            case 5 -> new Command.Pause(id);
            case 6 -> new Command.Leak(id, chance.below(100));
            default -> new Command.Errors(id, chance.part());
        };
    }

    private Command byItself(Topology now) {
        String id = node(now);
        return switch (chance.below(3)) {
            case 0 -> new Command.Flap(id, chance.millis(200), chance.millis(200));
            case 1 -> new Command.Failing(id, chance.millis(400), chance.millis(200));
            default -> new Command.Restart(id, chance.millis(200));
        };
    }

    private String node(Topology now) {
        List<Node> nodes = now.nodes();
        return nodes.isEmpty()
                ? "nobody"
                : nodes.get(chance.below(nodes.size())).id();
    }

    private Command ofPlace(Topology now) {
        List<String> places = now.nodes().stream()
                .flatMap(node -> switch (node) {
                    case Clients _ -> Stream.<String>empty();
                    case LoadBalancer balancer -> Stream.of(balancer.region(), balancer.zone());
                    case Server server -> Stream.of(server.region(), server.zone());
                })
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String place = places.isEmpty() ? "nowhere" : places.get(chance.below(places.size()));
        return chance.half()
                ? new Command.Outage(place, chance.pick(CrashMode.values()))
                : new Command.OutageOver(place);
    }

    private Command ofLink(Topology now) {
        List<Link> links = now.links();
        Link link = links.isEmpty() ? Systems.link("a", "b") : links.get(chance.below(links.size()));
        String from = link.from();
        String to = link.to();
        Duration by = chance.millis(200);
        return switch (chance.below(8)) {
            case 0, 1 -> new Command.Cut(from, to, chance.pick(LinkDirection.values()));
            case 2 -> new Command.Delay(from, to, by, chance.half() ? Duration.ZERO : chance.millis(200));
            case 3 -> new Command.Loss(from, to, chance.part() / 2);
            case 4 -> new Command.Drain(from, to);
            case 5 -> new Command.Undrain(from, to);
            default -> new Command.Mend(from, to);
        };
    }
}
