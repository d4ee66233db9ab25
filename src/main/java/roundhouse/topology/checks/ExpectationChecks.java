package roundhouse.topology.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;

/** Checks the expectations: that the nodes they name exist at some time and have the figure, and that their times are in order. */
public final class ExpectationChecks {
    private final Topology topology;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();

    private ExpectationChecks(Topology topology) {
        this.topology = topology;
        links.addAll(topology.links());
        topology.nodes().forEach(this::add);
        for (TimedCommand timed : topology.scenario()) {
            if (timed.command() instanceof Command.Add add) {
                add(add.node());
                links.addAll(add.links());
            }
        }
    }

    private void add(Node node) {
        nodes.putIfAbsent(node.id(), node);
        Members.of(node).forEach(id -> nodes.putIfAbsent(id, node));
    }

    public static void check(Topology topology, Problems problems) {
        ExpectationChecks checks = new ExpectationChecks(topology);
        for (int i = 0; i < topology.expect().size() && !problems.full(); i++) {
            Expectation expectation = topology.expect().get(i);
            for (String wrong : checks.wrong(expectation)) {
                problems.add("/expect/" + i, "the expectation " + Json.quoted(expectation.text()) + ": " + wrong);
            }
        }
    }

    private List<String> wrong(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Bound bound -> {
                List<String> wrong = new ArrayList<>();
                if (bound.node() != null) {
                    node(bound.figure(), bound.node(), wrong);
                }
                if (bound.during() != null) {
                    window(bound.during(), wrong);
                }
                yield wrong;
            }
            case Expectation.Takeover takeover -> takeover(takeover);
            case Expectation.Promise promise -> store(promise.store());
            case Expectation.Convergence convergence -> store(convergence.store());
        };
    }

    private List<String> store(String id) {
        if (topology.store(id).isPresent()) {
            return List.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        topology.stores().forEach(store -> ids.add(store.id()));
        return List.of("no store has the id " + Json.quoted(id) + Names.didYouMean(id, ids));
    }

    private List<String> takeover(Expectation.Takeover takeover) {
        List<String> wrong = new ArrayList<>();
        for (String id : takeover.nodes()) {
            Node node = nodes.get(id);
            if (node == null) {
                wrong.add(missing(id));
            } else if (!node.pairs()) {
                wrong.add(id + " is no load balancer; only those take over from each other");
            }
        }
        String node = takeover.node();
        String crashed = takeover.crashed();
        if (wrong.isEmpty() && node.equals(crashed)) {
            wrong.add("it takes over from itself; name the other load balancer of its pair");
        } else if (wrong.isEmpty() && links.stream().noneMatch(link -> link.isHeartbeatOf(node, crashed))) {
            wrong.add(node + " and " + crashed + " share no address; a link with a heartbeat makes a pair of them");
        }
        return wrong;
    }

    private String missing(String id) {
        return "no node has the id " + Json.quoted(id) + Names.didYouMean(id, nodes.keySet());
    }

    private void node(Figure figure, String id, List<String> wrong) {
        Node node = nodes.get(id);
        if (topology.store(id).isPresent()) {
            if (!figure.isOfStores()) {
                wrong.add(id + " is a store, which has no " + figure.name() + "; name one of its members");
            }
        } else if (node == null) {
            wrong.add(missing(id));
        } else if (figure.isOfStoresOnly()) {
            wrong.add(id + " is " + node.settings().what() + " and has no " + figure.name() + "; name a store");
        } else if (node.isMachine() && figure instanceof Figure.Data(var data) && data.isOfClients()) {
            wrong.add(id + " is " + node.settings().what() + " and has no " + figure.name()
                    + "; name a store or clients");
        } else if (!node.isMachine() && figure.isOfMachines()) {
            wrong.add(id + " stands for people and has no " + figure.name() + "; name a server"
                    + (figure.isOfSessions() ? "" : " or a load balancer"));
        } else if (!node.caches() && figure instanceof Figure.Data(var data) && data.isOfCaches()) {
            wrong.add(id + " has no cache, so it has no " + figure.name());
        } else if (!node.namesTargets() && figure instanceof Figure.Naming) {
            wrong.add(id + " is " + node.settings().what() + " and has no " + figure.name() + "; name a DNS node");
        } else if (!node.keepsSessions() && figure.isOfSessions()) {
            wrong.add(id + " is " + node.settings().what() + " and has no " + figure.name() + "; name a server");
        }
    }

    private void window(Expectation.Window during, List<String> wrong) {
        if (during.from().compareTo(during.to()) >= 0) {
            wrong.add("it begins at " + Units.format(during.from()) + " and ends at " + Units.format(during.to())
                    + "; it must end later than it begins");
        } else if (during.from().compareTo(topology.warmUp()) < 0) {
            wrong.add("it begins at " + Units.format(during.from()) + ", before the warm-up of "
                    + Units.format(topology.warmUp()) + " ends; what is measured begins there");
        }
    }
}
