package roundhouse.topology.checks;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.BalancingChecks;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Defaults;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LinkChecks;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeChecks;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units;

/**
 * Checks the scenario in the order of time, keeping track of what its commands add and remove. A command about a node that was
 * removed before is allowed: the run says so in its transcript.
 */
public final class ScenarioChecks {
    private final Graph graph;
    private final Set<String> everThere;
    private final Set<List<String>> everJoined = new HashSet<>();
    private final Problems problems;

    private ScenarioChecks(Topology topology, Problems problems) {
        graph = Graph.of(topology);
        everThere = new LinkedHashSet<>(graph.ids());
        topology.links().forEach(link -> everJoined.add(List.of(link.from(), link.to())));
        this.problems = problems;
    }

    public static void check(Topology topology, Problems problems) {
        ScenarioChecks checks = new ScenarioChecks(topology, problems);
        List<TimedCommand> scenario = topology.scenario();
        IntStream.range(0, scenario.size())
                .boxed()
                .sorted(Comparator.comparing(i -> scenario.get(i).at()))
                .forEach(i -> checks.check(scenario.get(i), "/scenario/" + i));
    }

    private void check(TimedCommand timed, String pointer) {
        Checks checks = new Checks(pointer, "the command at " + Units.format(timed.at()), problems);
        checks.duration("at", timed.at());
        switch (timed.command()) {
            case Command.Crash crash -> breakable(checks, "crash", crash.node());
            case Command.Recover recover -> breakable(checks, "recover", recover.node());
            case Command.Slow slow -> {
                breakable(checks, "slow", slow.node());
                checks.number("factor", slow.factor(), Range.FACTOR);
            }
            case Command.Pause pause -> breakable(checks, "pause", pause.node());
            case Command.Leak leak -> {
                breakable(checks, "leak", leak.node());
                checks.number("per-minute", leak.perMinute(), Range.LEAK);
            }
            case Command.Errors errors -> {
                breakable(checks, "errors", errors.node());
                checks.number("rate", errors.rate(), Range.PART);
            }
            case Command.Flap flap -> {
                breakable(checks, "flap", flap.node());
                checks.positive("down", flap.down());
                checks.positive("up", flap.up());
            }
            case Command.Failing failing -> {
                breakable(checks, "failing", failing.node());
                checks.positive("between", failing.between());
                checks.positive("repair", failing.repair());
            }
            case Command.Restart restart -> {
                breakable(checks, "restart", restart.node());
                checks.duration("for", restart.outage());
            }
            case Command.Outage outage -> place(checks, "outage", outage.place());
            case Command.OutageOver over -> place(checks, "outage-over", over.place());
            case Command.Cut cut -> joined(checks, "cut", cut);
            case Command.Delay delay -> {
                joined(checks, "delay", delay);
                checks.duration("by", delay.by());
                checks.duration("jitter", delay.jitter());
            }
            case Command.Loss loss -> {
                joined(checks, "loss", loss);
                checks.number("rate", loss.rate(), Range.PART);
            }
            case Command.Mend mend -> joined(checks, "mend", mend);
            case Command.Drain drain -> target(checks, "drain", drain);
            case Command.Undrain undrain -> target(checks, "undrain", undrain);
            case Command.Add add -> add(checks, add, pointer);
            case Command.Remove remove -> {
                known(checks, "remove", remove.node());
                graph.remove(remove.node());
            }
            case Command.SetWeight set -> weight(checks, set);
            case Command.SetAlgorithm set -> {
                known(checks, "of", set.balancer());
                Node node = graph.node(set.balancer());
                if (node != null && !(node instanceof LoadBalancer)) {
                    checks.wrong("of", node.id() + " is no load balancer, so it has no algorithm");
                }
                int layer = node instanceof LoadBalancer balancer ? balancer.layer() : Defaults.LAYER;
                BalancingChecks.check(set.balancing(), layer, checks);
            }
            case Command.Revise _ -> checks.wrong("", "a file's scenario cannot replace the whole topology");
        }
    }

    private boolean known(Checks checks, String key, String id) {
        if (everThere.contains(id)) {
            return true;
        }
        checks.wrong(key, "no node has the id " + Json.quoted(id) + Names.didYouMean(id, everThere));
        return false;
    }

    private void breakable(Checks checks, String key, String id) {
        if (known(checks, key, id) && graph.node(id) instanceof Clients) {
            checks.wrong(
                    key,
                    id + " stands for people and cannot crash, recover or be slow; name a server or a load balancer");
        }
    }

    /** Both ends at one place in the file. */
    private void joined(Checks checks, String key, Command.OfLink command) {
        if (known(checks, key + "/0", command.from())
                && known(checks, key + "/1", command.to())
                && !everJoined.contains(List.of(command.from(), command.to()))) {
            checks.wrong(key, "no link goes from " + command.from() + " to " + command.to());
        }
    }

    private void target(Checks checks, String key, Command.OfLink command) {
        joined(checks, key, command);
        if (graph.node(command.from()) != null && !(graph.node(command.from()) instanceof LoadBalancer)) {
            checks.wrong(key + "/0", command.from() + " is no load balancer, so it has no targets to drain");
        }
    }

    private void place(Checks checks, String key, String place) {
        Set<String> places = new LinkedHashSet<>();
        for (String id : graph.ids()) {
            switch (Objects.requireNonNull(graph.node(id))) {
                case Clients _ -> {}
                case LoadBalancer balancer -> {
                    Stream.of(balancer.zone(), balancer.region())
                            .filter(Objects::nonNull)
                            .forEach(places::add);
                }
                case Server server -> {
                    Stream.of(server.zone(), server.region())
                            .filter(Objects::nonNull)
                            .forEach(places::add);
                }
            }
        }
        if (!places.contains(place)) {
            checks.wrong(
                    key,
                    "no server or load balancer is in a zone or region " + Json.quoted(place)
                            + Names.didYouMean(place, places));
        }
    }

    private void weight(Checks checks, Command.SetWeight set) {
        checks.number("weight", set.weight(), Range.WEIGHT);
        if (known(checks, "from", set.from())
                && known(checks, "to", set.to())
                && !everJoined.contains(List.of(set.from(), set.to()))) {
            checks.wrong("to", "no link goes from " + set.from() + " to " + set.to());
        }
    }

    private void add(Checks checks, Command.Add add, String pointer) {
        NodeChecks.check(add.node(), pointer + "/add", problems);
        String id = add.node().id();
        if (graph.node(id) != null) {
            checks.wrong("add/id", "the id " + Json.quoted(id) + " is already taken");
            return;
        }
        graph.add(add.node());
        everThere.add(id);
        for (int i = 0; i < add.links().size(); i++) {
            link(add.links().get(i), id, pointer + "/links/" + i);
        }
        if (graph.reachable(id).contains(id)) {
            checks.wrong("links", LinkChecks.cycle(graph.cycle()));
            graph.remove(id);
        }
    }

    private void link(Link link, String added, String pointer) {
        LinkChecks.check(link, pointer, problems);
        Optional<String> refusal = link.from().equals(added) || link.to().equals(added)
                ? graph.refusal(link)
                : Optional.of("the links of an added node begin or end at it, here " + added);
        if (refusal.isPresent()) {
            problems.add(pointer, LinkChecks.name(link) + ": " + refusal.get());
        } else {
            graph.add(link);
            everJoined.add(List.of(link.from(), link.to()));
        }
    }
}
