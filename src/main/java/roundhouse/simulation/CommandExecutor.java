package roundhouse.simulation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.simulation.balancing.AlgorithmChange;
import roundhouse.simulation.commands.CacheCommands;
import roundhouse.simulation.commands.LinkFaultCommands;
import roundhouse.simulation.commands.MemberCommands;
import roundhouse.simulation.commands.NodeFaultCommands;
import roundhouse.simulation.commands.PartitionCommands;
import roundhouse.simulation.commands.PlaceFaultCommands;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.observing.RunSampler;
import roundhouse.simulation.scaling.MachineSizes;
import roundhouse.simulation.scaling.ServerGroups;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Revision;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.PlacementChecks;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;

/** Does what a command says to the running system, and says in the transcript what came of it. */
final class CommandExecutor {
    private final RunContext context;
    private final Network network;
    private final Scenario scenario;
    private final RunSampler timeline;
    private final ServerGroups groups;
    private final MachineSizes sizes;
    private final NodeFaultCommands faults;
    private final PlaceFaultCommands places;
    private final LinkFaultCommands links;
    private final CacheCommands caches;
    private final PartitionCommands partitions;
    private final MemberCommands members;
    private Topology document = Topology.EMPTY;

    CommandExecutor(RunContext context, Network network, Scenario scenario, RunSampler timeline, ServerGroups groups) {
        this.context = context;
        this.network = network;
        this.scenario = scenario;
        this.timeline = timeline;
        this.groups = groups;
        groups.regroupedBy(this::become);
        this.faults = new NodeFaultCommands(context, network);
        this.sizes = new MachineSizes(context, network, faults, this::become);
        this.places = new PlaceFaultCommands(context, network, faults);
        this.links = new LinkFaultCommands(context, network);
        this.caches = new CacheCommands(context, network);
        this.partitions = new PartitionCommands(context, network);
        this.members = new MemberCommands(context, network);
    }

    /** Starts the system, without a word. */
    void begin(Topology topology) {
        document = topology;
        become(topology);
        timeline.measure(topology);
    }

    private List<String> become(Topology topology) {
        List<String> changes = network.become(topology);
        groups.follow();
        timeline.chart();
        return changes;
    }

    void apply(Command command) {
        context.kernel.fold(
                Mix.text(context.kernel.nowNanos(), command.getClass().getSimpleName()));
        switch (command) {
            case Command.Add(Node node, List<Link> links) -> add(node, links);
            case Command.Remove(String id) -> remove(id);
            case Command.SetWeight(String from, String to, int weight) -> setWeight(from, to, weight);
            case Command.SetAlgorithm(String id, Balancing balancing) -> setAlgorithm(id, balancing);
            case Command.Revise(Topology topology) -> revise(topology);
            case Command.Outage(String place, CrashMode how) -> places.outage(place, how);
            case Command.OutageOver(String place) -> places.over(place);
            case Command.Partition(var groups) -> partitions.part(groups);
            case Command.Heal _ -> partitions.heal();
            case Command.OfLink link -> each(link);
            case Command.OfCache cache -> caches.apply(cache);
            case Command.OfMember member -> members.apply(member);
            case Command.Scale(String group, int servers) -> groups.scale(group, servers);
            case Command.Resize resize -> sizes.resize(resize);
            case Command.OfNode fault -> faults.apply(fault);
        }
    }

    /** Does it to all links between the nodes that the command names. */
    private void each(Command.OfLink command) {
        List<String> starts = network.stacks().named(command.from());
        List<String> ends = network.stacks().named(command.to());
        starts.forEach(from -> ends.forEach(to -> links.apply(command, from, to)));
    }

    private void add(Node node, List<Link> links) {
        boolean there = network.document().node(node.id()).isPresent()
                || Members.of(node).stream().anyMatch(id -> network.node(id) != null);
        if (there) {
            say(node.title() + " is there already and cannot be added");
            return;
        }
        Topology next = network.document().with(node);
        StringBuilder missing = new StringBuilder();
        for (Link link : links) {
            if (next.node(link.from()).isPresent() && next.node(link.to()).isPresent()) {
                next = next.with(link);
            } else {
                missing.append("; its link ").append(title(link.from()));
                missing.append(" → ").append(title(link.to()));
                missing.append(" leads nowhere");
            }
        }
        if (accepts(next)) {
            become(next);
            say(title(node.id()) + " added" + missing);
        }
    }

    private void remove(String id) {
        List<String> ids = network.stacks().named(id);
        if (ids.stream().allMatch(one -> network.node(one) == null)) {
            say(id + " is not there and cannot be removed");
        } else {
            long there = ids.stream()
                    .map(network::node)
                    .filter(Objects::nonNull)
                    .mapToLong(node -> node.metrics.inFlight.value())
                    .sum();
            long lostBefore = context.totals.sessionsLost;
            become(network.stacks().without(id));
            long lost = context.totals.sessionsLost - lostBefore;
            say(title(id)
                    + " removed"
                    + (there == 0 ? "" : "; " + TranscriptWords.count(there, "request") + " there will finish")
                    + (lost == 0 ? "" : "; " + TranscriptWords.count(lost, "session") + " lost"));
        }
    }

    private void setWeight(String from, String to, int weight) {
        network.document()
                .link(from, to)
                .ifPresentOrElse(
                        link -> {
                            Topology next = network.document().with(link.weighted(weight));
                            if (accepts(next)) {
                                become(next);
                                say("link " + title(from) + " → " + title(to) + " has weight " + weight
                                        + " from now on");
                            }
                        },
                        () -> say("link " + title(from) + " → " + title(to)
                                + (network.link(from, to) == null
                                        ? " is not there and cannot be given a weight"
                                        : " has the weight of all that " + title(to) + " is one of")));
    }

    private void setAlgorithm(String id, Balancing balancing) {
        NodeComponent node = find(id, "cannot be given an algorithm");
        if (node == null) {
            return;
        }
        AlgorithmChange change = AlgorithmChange.of(node.node(), balancing);
        if (change == null) {
            say(node.title() + " is no load balancer and cannot be given an algorithm");
            return;
        }
        Topology next = network.document().with(change.node());
        if (!accepts(next)) {
            return;
        }
        become(next);
        String text = node.title() + " " + change.text();
        if (change.drags()) {
            context.transcript.sayOnce(text);
        } else {
            say(text);
        }
    }

    /** The topology that people have before them: what the run began with, or the newest revision. */
    Topology document() {
        return document;
    }

    private void revise(Topology revised) {
        Topology next = new Revision(document, revised).of(network.document());
        if (!accepts(next) || !isJoined(next)) {
            return;
        }
        document = revised;
        List<String> changes = become(next);
        scenario.become(revised.scenario());
        timeline.measure(revised);
        if (!changes.isEmpty()) {
            say(TranscriptWords.changes(changes));
        }
    }

    /** Whether all balancers can place keys then; says why not if one cannot. */
    private boolean accepts(Topology next) {
        Optional<String> refusal = PlacementChecks.refusal(next);
        refusal.ifPresent(reason -> say("nothing was changed, for " + reason));
        return refusal.isEmpty();
    }

    /** Whether what the scenario has added and what a person has go together, without a circle above all; says why not if not. */
    private boolean isJoined(Topology next) {
        Optional<String> refusal =
                network.document().links().equals(document.links()) ? Optional.empty() : Validation.linksRefusal(next);
        refusal.ifPresent(reason -> say("nothing was changed, for " + reason));
        return refusal.isEmpty();
    }

    private @Nullable NodeComponent find(String id, String otherwise) {
        NodeComponent node = network.node(id);
        if (node == null) {
            say(id + " is not there and " + otherwise);
        }
        return node;
    }

    private String title(String id) {
        return context.titles.of(id);
    }

    private void say(String text) {
        context.transcript.say(text);
    }
}
