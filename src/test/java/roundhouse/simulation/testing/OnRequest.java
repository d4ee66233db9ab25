package roundhouse.simulation.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.routing.RequestKind;
import roundhouse.simulation.Run;
import roundhouse.simulation.balancing.LoadBalancerComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KindShare;

/**
 * A run in which requests are sent one at a time, when the test says so, and every attempt is written down. Servers are {@code s0},
 * {@code s1} and so on behind {@code lb}; each user is a clients node of one user.
 */
public final class OnRequest {
    private static final Arrivals SILENT = new Arrivals.Constant(0);
    /** The first arrival comes a millisecond after. */
    private static final Arrivals NOW = new Arrivals.Constant(1_000);

    private final Run run;
    private final List<Integer> attempts = new ArrayList<>();
    private final Map<String, Clients> users = new LinkedHashMap<>();
    private @Nullable Outcome outcome;
    private boolean stuck;

    /** What a request came to: the servers it was given to, in order, its outcome, and whether its client stuck to the first. */
    public record Seen(List<Integer> attempts, @Nullable Outcome outcome, boolean stuck) {}

    public OnRequest(LoadBalancer balancer, List<Link> links) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(balancer);
        links.forEach(link -> nodes.add(Systems.server(link.to(), 4, Systems.fixed(10))));
        run = Run.of(Systems.system(1, nodes, links), new RunObserver() {
            @Override
            public void departed(Attempt attempt, Component from, Component to) {
                if (!attempt.replying
                        && attempt.purpose == AttemptPurpose.REQUEST
                        && from instanceof LoadBalancerComponent) {
                    attempts.add(Integer.parseInt(to.id.substring(1)));
                }
            }

            @Override
            public void stuck(Attempt attempt, PickExplainer explainer, int target) {
                stuck = true;
            }
        });
        run.listen((clients, number, start, nanos, how) -> outcome = how);
    }

    public static Link link(int server, int weight, boolean backup) {
        return Systems.link("lb", "s" + server).weighted(weight).with(Link.BACKUP, backup);
    }

    public Run run() {
        return run;
    }

    /** Goes to that millisecond, if it is not past. */
    public void at(long millis) {
        run.runUntil(millis * 1_000_000);
    }

    public void apply(Command command) {
        run.apply(command);
    }

    public void revise(Topology topology) {
        run.apply(new Command.Revise(topology));
    }

    /** The user, whose requests have that header, sends one; takes 1.5 ms in all. */
    public Seen send(String user, Map<String, String> headers) {
        attempts.clear();
        outcome = null;
        stuck = false;
        if (!users.containsKey(user)) {
            users.put(
                    user,
                    Systems.clients(user, SILENT)
                            .users(1)
                            .kinds(List.of(new KindShare(1, new RequestKind("/", headers, Map.of()))))
                            .build());
            run.apply(new Command.Add(clients(user, SILENT), List.of(Systems.link(user, "lb"))));
        }
        revise(run.topology().with(clients(user, NOW)));
        run.runUntil(run.nowNanos() + 1_000_000);
        revise(run.topology().with(clients(user, SILENT)));
        run.runUntil(run.nowNanos() + 500_000);
        return new Seen(List.copyOf(attempts), outcome, stuck);
    }

    private Clients clients(String user, Arrivals arrivals) {
        Clients known = users.get(user);
        return Systems.clients(user, arrivals)
                .users(1)
                .kinds(known.requests())
                .timeout(Duration.ofSeconds(60))
                .build();
    }
}
