package roundhouse.analysis.structure;

import java.util.List;
import java.util.Set;
import roundhouse.simulation.network.ComponentKinds;
import roundhouse.topology.AddedNodes;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/**
 * Looks at a topology without running it: can every request get somewhere, can every node be reached, is there capacity for what
 * is offered. What the scenario adds counts as there; what it breaks is left out of account.
 */
public final class StructureCheck {
    private StructureCheck() {}

    /** What there is to say, errors first; empty when there is nothing. */
    public static List<Finding> of(Topology topology) {
        Findings findings = new Findings();
        Topology grown = AddedNodes.fromTheStart(topology);
        Structure structure = new Structure(grown);
        known(grown, findings);
        populated(grown, findings);
        reachable(structure, findings);
        taken(structure, findings);
        for (Node node : grown.nodes()) {
            ClientsCheck.check(node, structure, findings);
            BalancerCheck.check(node, structure, findings);
            NameCheck.check(node, structure, findings);
            StoreCheck.check(node, structure, findings);
        }
        CallsCheck.check(grown, findings);
        MembersCheck.check(grown, findings);
        PairCheck.check(structure, findings);
        CapacityCheck.check(topology, findings);
        CacheAdvice.check(grown, findings);
        ScaleAdvice.check(grown, findings);
        timing(topology, findings);
        return findings.inOrder();
    }

    private static void known(Topology topology, Findings findings) {
        for (Node node : topology.nodes()) {
            if (!ComponentKinds.knows(node)) {
                findings.error(
                        node.id(), "is a node of the kind " + node.kind() + ", which the simulation does not know");
            }
        }
    }

    private static void populated(Topology topology, Findings findings) {
        if (topology.nodes().stream().allMatch(Node::takesRequests)) {
            findings.error("the topology", "has no clients, so nothing ever happens");
        }
        if (topology.nodes().stream().noneMatch(Node::answersRequests)) {
            findings.error("the topology", "has no server, so no request is ever answered");
        }
    }

    private static void reachable(Structure topology, Findings findings) {
        Set<String> reached = topology.reachable();
        for (Node node : topology.nodes()) {
            if (node.takesRequests() && !reached.contains(node.id())) {
                findings.warning(
                        node.id(),
                        "no request can get here; link it to clients, to a load balancer they use or to a server that calls it");
            }
        }
    }

    /** A link over which requests go must end where somebody takes them. */
    private static void taken(Structure topology, Findings findings) {
        for (Link link : topology.links()) {
            topology.node(link.to()).ifPresent(to -> {
                if (!link.isHeartbeat() && !to.takesRequests()) {
                    findings.error(
                            link.from(),
                            "sends requests to " + to.id() + ", a node of the kind " + to.kind()
                                    + ", which takes none");
                }
            });
        }
    }

    private static void timing(Topology topology, Findings findings) {
        if (topology.warmUp().compareTo(topology.duration()) >= 0) {
            findings.warning(
                    "the topology",
                    "the warm-up of " + Units.format(topology.warmUp()) + " leaves nothing of the "
                            + Units.format(topology.duration()) + " to measure");
        }
        for (TimedCommand timed : topology.scenario()) {
            if (timed.at().compareTo(topology.duration()) > 0) {
                findings.note(
                        "the scenario",
                        "the command at " + Units.format(timed.at()) + " comes after the end at "
                                + Units.format(topology.duration()));
            }
        }
    }
}
