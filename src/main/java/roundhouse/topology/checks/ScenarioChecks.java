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
import roundhouse.topology.declarations.CommandKind;
import roundhouse.topology.declarations.CommandKinds;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Links;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.Store;

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
        topology.nodes().forEach(node -> everThere.addAll(Members.of(node)));
        topology.links().forEach(this::joined);
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

    /** The link joins all that its ends stand for, by the ids of either. */
    private void joined(Link link) {
        for (String from : names(link.from())) {
            for (String to : names(link.to())) {
                everJoined.add(List.of(from, to));
            }
        }
    }

    private Set<String> names(String id) {
        Set<String> names = new LinkedHashSet<>(Set.of(id));
        Node node = graph.node(id);
        if (node != null) {
            names.addAll(Members.of(node));
        }
        return names;
    }

    private void check(TimedCommand timed, String pointer) {
        Checks checks = new Checks(pointer, "the command at " + Units.format(timed.at()), problems);
        checks.duration("at", timed.at());
        Command command = timed.command();
        if (command instanceof Command.Revise) {
            checks.wrong("", "a file's scenario cannot replace the whole topology");
            return;
        }
        CommandKind<?> kind = CommandKinds.of(command);
        subject(kind, command, checks);
        kind.check(command, checks);
        switch (command) {
            case Command.Add add -> add(checks, add, pointer);
            case Command.Remove remove -> graph.remove(remove.node());
            case Command.SetAlgorithm set -> algorithm(checks, set);
            default -> {}
        }
    }

    /** Whether what the command happens to is there, and can have that happen to it. */
    private void subject(CommandKind<?> kind, Command command, Checks checks) {
        switch (command) {
            case Command.SetWeight set -> weight(checks, set);
            case Command.SetAlgorithm set -> known(checks, "of", set.balancer());
            case Command.OfNode of
            when kind.subject() == CommandKind.Subject.MACHINE -> breakable(checks, kind.verb(), of.node());
            case Command.OfMember of -> member(checks, kind.verb(), of);
            case Command.OfCache of -> cached(checks, kind.verb(), of.node());
            case Command.Scale(String group, int _) -> grouped(checks, kind.verb(), group);
            case Command.OfNode of -> known(checks, kind.verb(), of.node());
            case Command.OfLink of when kind.subject() == CommandKind.Subject.TARGET -> target(checks, kind.verb(), of);
            case Command.OfLink of -> joined(checks, kind.verb(), of);
            case Command.Outage(String place, var _) -> place(checks, kind.verb(), place);
            case Command.OutageOver(String place) -> place(checks, kind.verb(), place);
            case Command.Partition(var groups) ->
                groups.forEach(group -> group.forEach(id -> known(checks, kind.verb(), id)));
            case Command.Add _, Command.Heal _, Command.Revise _ -> {}
        }
    }

    private void algorithm(Checks checks, Command.SetAlgorithm set) {
        Node node = graph.node(set.balancer());
        if (node instanceof LoadBalancer balancer) {
            LoadBalancer.checkAlgorithm(set.balancing(), balancer.layer(), checks);
        } else if (node != null) {
            checks.wrong("of", node.id() + " is no load balancer, so it has no algorithm");
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
        Node node = graph.node(id);
        if (known(checks, key, id) && node != null && !node.isMachine()) {
            checks.wrong(
                    key,
                    id + " stands for people and cannot crash, recover or be slow; name a server or a load balancer");
        }
    }

    private void member(Checks checks, String key, Command.OfMember command) {
        String id = command.node();
        Store store = graph.store(id);
        if (known(checks, key, id) && store == null) {
            checks.wrong(key, id + " is no member of a store; name a database that is");
        } else if (store != null
                && command instanceof Command.Promote
                && !(store.replication() instanceof PrimaryReplication primary && primary.watchers() == null)) {
            checks.wrong(key, store.id() + " has no primary that is chosen by hand");
        } else if (store != null
                && (command instanceof Command.Join || command instanceof Command.Leave)
                && store.replication().shards() == null) {
            checks.wrong(key, store.id() + " has no shards, so its members neither join nor leave");
        }
    }

    private void grouped(Checks checks, String key, String id) {
        Node node = graph.node(id);
        boolean member = node == null && isMember(id);
        if (known(checks, key, id) && (member || (node != null && !(node instanceof ServerGroup)))) {
            checks.wrong(key, id + " is no server group; only these have a size");
        }
    }

    private void cached(Checks checks, String key, String id) {
        Node node = graph.node(id);
        if (known(checks, key, id) && node != null && !node.caches()) {
            checks.wrong(key, id + " has no cache; name a node that has one");
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
        Node from = graph.node(command.from());
        if (from != null && !from.picksTargets()) {
            checks.wrong(key + "/0", command.from() + " is no load balancer, so it has no targets to drain");
        }
    }

    private void place(Checks checks, String key, String place) {
        Set<String> places = new LinkedHashSet<>();
        for (String id : graph.ids()) {
            Node node = Objects.requireNonNull(graph.node(id));
            Stream.of(node.zone(), node.region()).filter(Objects::nonNull).forEach(places::add);
        }
        if (!places.contains(place)) {
            checks.wrong(
                    key,
                    "no server or load balancer is in a zone or region " + Json.quoted(place)
                            + Names.didYouMean(place, places));
        }
    }

    private void weight(Checks checks, Command.SetWeight set) {
        if (graph.node(set.to()) == null && isMember(set.to())) {
            checks.wrong(
                    "to",
                    set.to() + " is one of several equal servers, which have one weight, that of the link to all");
            return;
        }
        if (known(checks, "from", set.from())
                && known(checks, "to", set.to())
                && !everJoined.contains(List.of(set.from(), set.to()))) {
            checks.wrong("to", "no link goes from " + set.from() + " to " + set.to());
        }
    }

    private void add(Checks checks, Command.Add add, String pointer) {
        NodeKinds.check(add.node(), pointer + "/add", problems);
        String id = add.node().id();
        Optional<String> taken = Members.of(add.node()).stream()
                .filter(one -> graph.node(one) != null || isMember(one))
                .findFirst();
        if (graph.node(id) != null || taken.isPresent()) {
            checks.wrong("add/id", "the id " + Json.quoted(taken.orElse(id)) + " is already taken");
            return;
        }
        graph.add(add.node());
        everThere.add(id);
        everThere.addAll(Members.of(add.node()));
        for (String called : add.node().called()) {
            Validation.callRefusal(add.node(), called, everThere, graph)
                    .ifPresent(refusal -> checks.wrong("add/calls", refusal));
        }
        for (String keeper : add.node().keepers()) {
            KeeperChecks.refusal(add.node(), keeper, everThere, graph)
                    .ifPresent(refusal -> checks.wrong("add", refusal));
        }
        for (int i = 0; i < add.links().size(); i++) {
            link(add.links().get(i), id, pointer + "/links/" + i);
        }
        if (graph.reachable(id).contains(id)) {
            checks.wrong("links", graph.circleProblem(graph.cycle()));
            graph.remove(id);
        }
    }

    /** Whether a node that is there stands for one of that id. */
    private boolean isMember(String id) {
        return graph.ids().stream()
                .map(graph::node)
                .anyMatch(node -> node != null
                        && node.standsForOthers()
                        && Members.of(node).contains(id));
    }

    private void link(Link link, String added, String pointer) {
        Links.check(link, pointer, problems);
        Optional<String> refusal = link.from().equals(added) || link.to().equals(added)
                ? graph.refusal(link)
                : Optional.of("the links of an added node begin or end at it, here " + added);
        if (refusal.isPresent()) {
            problems.add(pointer, link.name() + ": " + refusal.get());
        } else {
            graph.add(link);
            joined(link);
        }
    }
}
