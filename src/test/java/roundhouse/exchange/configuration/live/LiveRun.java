package roundhouse.exchange.configuration.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.RecentRequestsObserver;
import roundhouse.simulation.outside.Outside;
import roundhouse.simulation.outside.OutsideJob;
import roundhouse.simulation.outside.OutsideRequest;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;

/** A whole run of a topology, whose balancer {@code lb} is told of each request and of each end: what its queue makes of them, too. */
final class LiveRun implements Outside {
    /** A server has begun to work on the request of that number. */
    record Begun(long request, int target) {}

    private final Run run;
    private final List<String> servers;
    private final Map<Long, OutsideJob> working = new HashMap<>();
    private final Map<Long, Outcome> ended = new HashMap<>();
    private final List<Begun> begun = new ArrayList<>();
    private final Map<Long, String> cookies = new HashMap<>();
    private final Set<String> drained = new HashSet<>();
    private long requests;

    LiveRun(Topology topology) {
        servers = topology.linksFrom("lb").stream().map(Link::to).toList();
        run = Run.driven(topology, this, new RecentRequestsObserver());
    }

    long nowNanos() {
        return run.nowNanos();
    }

    /** Time goes on until then, and what is due happens. */
    void until(long nanos) {
        run.runUntil(nanos);
    }

    private void settle() {
        until(run.nowNanos() + 1_000_000);
    }

    /** A request comes, with the cookie that names that server, null for none. Returns its number. */
    long begin(LiveModel.Asked asked, @Nullable String cookie) {
        long number = run.traffic()
                .begin(
                        "clients",
                        new OutsideRequest(
                                asked.client(),
                                asked.key(),
                                false,
                                asked.key(),
                                asked.kind(),
                                true,
                                ++requests,
                                cookie == null ? Map.of() : Map.of(1, cookie)));
        settle();
        return number;
    }

    /** The server has answered the request. */
    void end(long request) {
        OutsideJob job = Objects.requireNonNull(working.remove(request));
        run.traffic().ended(job.server(), job.slot(), job.attempt(), Outcome.OK, false, null);
        settle();
    }

    private void apply(Command command) {
        run.apply(command);
        settle();
    }

    /** The server is {@code ready}, or in {@code drain} or {@code maint}, as HAProxy's runtime API has it. */
    void state(int target, String state) {
        Link link = link(target);
        boolean drains = state.equals("drain");
        if (drains) {
            drained.add(link.to());
            apply(new Command.Drain("lb", link.to()));
        }
        apply(new Command.Revise(run.topology().with(link.with(Link.DOWN, state.equals("maint")))));
        if (!drains && drained.remove(link.to())) {
            apply(new Command.Undrain("lb", link.to()));
        }
    }

    int servers() {
        return servers.size();
    }

    Link link(int target) {
        return run.topology().linksFrom("lb").get(target);
    }

    /** What servers have begun since this was last asked. */
    List<Begun> begun() {
        List<Begun> now = List.copyOf(begun);
        begun.clear();
        return now;
    }

    /** How the request ended; null while it has not. */
    @Nullable
    Outcome outcome(long request) {
        return ended.get(request);
    }

    /** The server that the request's reply has its client come back to; null for none. */
    @Nullable
    String cookie(long request) {
        return cookies.get(request);
    }

    @Override
    public void work(OutsideJob job) {
        working.put(job.request(), job);
        begun.add(new Begun(job.request(), servers.indexOf(job.server())));
    }

    @Override
    public void ended(long request, Outcome outcome, int limitStatus) {
        ended.put(request, outcome);
    }

    @Override
    public void cookie(long request, int place, String target) {
        cookies.put(request, target);
    }
}
