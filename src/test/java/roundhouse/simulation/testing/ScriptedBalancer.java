package roundhouse.simulation.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Address;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.routing.RequestKind;
import roundhouse.simulation.balancing.LoadBalancerComponent;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.CookieKeeper;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.traffic.Arrivals;

/**
 * A load balancer between a client that sends requests by a script and targets that work on each for just as long as the script says,
 * all at once. Nothing takes any time on links. Times are milliseconds.
 */
public final class ScriptedBalancer {
    /** A request of the script: its number, when it is sent, how long a target works on it, and the target its cookie names. */
    public record Sent(
            int number, int at, int work, @Nullable String cookie) {}

    /** How a request ended, and when, and who answered it or last had it. */
    public record Ended(Outcome outcome, @Nullable String server, long at) {}

    private static final long MILLI = 1_000_000;

    private final RunContext run = new RunContext(1, RunObserver.NONE);
    private final long key;
    private final LoadBalancerComponent balancer;
    private final Source source;
    private final LinkComponent entry;
    private final List<Target> targets = new ArrayList<>();
    private final List<LinkComponent> links = new ArrayList<>();
    private final TreeMap<Integer, Sent> script = new TreeMap<>();
    private final TreeMap<Integer, Ended> ended = new TreeMap<>();

    /** @param key what all requests are about */
    public ScriptedBalancer(LoadBalancer spec, long key) {
        this.key = key;
        balancer = new LoadBalancerComponent(run, spec);
        source = new Source();
        entry = new LinkComponent(run, Link.of("users", spec.id(), Systems.fixed(0)), source, balancer);
        source.metrics.measureFrom(0);
    }

    /** A further target, s1 first. */
    public void target(Link link) {
        Target target = new Target(link.to());
        targets.add(target);
        LinkComponent component = new LinkComponent(run, link, balancer, target);
        links.add(component);
        component.attach();
    }

    /** The link to that target, from 0, is another one from now on. */
    public void revise(int target, Link link) {
        links.get(target).update(link);
    }

    /** The target gets no new clients any more. */
    public void drain(int target) {
        links.get(target).drain(true);
    }

    public Link link(int target) {
        return links.get(target).link();
    }

    public void crash(int target, CrashMode how) {
        targets.get(target).crash(how);
    }

    public void recover(int target) {
        targets.get(target).recover();
    }

    public LoadBalancerComponent balancer() {
        return balancer;
    }

    public void send(Sent request) {
        script.put(request.number(), request);
        run.kernel.schedule(request.at() * MILLI - run.kernel.nowNanos(), source.begin, request.number());
    }

    public void at(long millis) {
        run.kernel.runUntil(millis * MILLI);
    }

    /** How the requests ended that did, by number. */
    public TreeMap<Integer, Ended> ended() {
        return ended;
    }

    /** The requests that the target has begun, in that order. */
    public List<Integer> begun(int target) {
        return targets.get(target).begun;
    }

    public List<String> transcript() {
        return run.transcript.all().stream().map(line -> line.text()).toList();
    }

    private final class Source extends OffTheMap {
        final CallbackHandler begin = new CallbackHandler(context.kernel, "begin", this::begin);

        Source() {
            super(run, Clients.of("users", new Arrivals.Constant(0)));
        }

        private void begin(int number) {
            Sent sent = Objects.requireNonNull(script.get(number));
            Attempt attempt = context.attempts.take();
            attempt.request(0, Address.parse("10.0.0.1"), Regions.NOWHERE, 1, key, RequestKind.PLAIN, true);
            attempt.request = number;
            attempt.cookies = sent.cookie() == null ? null : new OneCookie(sent.cookie());
            context.enter(attempt, this);
            entry.send(attempt);
        }

        @Override
        protected void reply(Attempt attempt, long sentAtNanos) {
            String server = attempt.outcome == Outcome.OK && attempt.server != null ? attempt.server.id : null;
            ended.put((int) attempt.request, new Ended(attempt.outcome, server, context.kernel.nowNanos() / MILLI));
            context.attempts.release(attempt);
        }

        @Override
        protected void receive(Attempt attempt) {
            throw new IllegalStateException();
        }

        @Override
        protected void fire(int argument) {
            throw new IllegalStateException();
        }

        @Override
        protected void lose(CrashMode how) {
            throw new IllegalStateException();
        }
    }

    private record OneCookie(String target) implements CookieKeeper {
        @Override
        public String cookie(int user, long session, int place) {
            return target;
        }

        @Override
        public void keep(int user, long session, int place, String target) {}
    }

    private final class Target extends OffTheMap {
        final List<Integer> begun = new ArrayList<>();

        Target(String id) {
            super(run, Server.of(id, Systems.fixed(1)));
        }

        @Override
        public boolean serves() {
            return true;
        }

        @Override
        protected void receive(Attempt attempt) {
            CrashMode crash = crashed();
            if (crash != null) {
                meetCrash(attempt, crash);
                return;
            }
            enter(attempt);
            begun.add((int) attempt.request);
            int work = Objects.requireNonNull(script.get((int) attempt.request)).work();
            context.kernel.schedule(work * MILLI, this, attempt.slot);
        }

        @Override
        protected void fire(int slot) {
            answer(context.attempts.at(slot), Outcome.OK);
        }

        @Override
        protected void reply(Attempt attempt, long sentAtNanos) {
            throw new IllegalStateException();
        }

        @Override
        protected void lose(CrashMode how) {
            context.kernel.cancel(this);
            for (int slot = 0; slot < context.attempts.slots(); slot++) {
                if (context.attempts.at(slot).isAt(this)) {
                    lose(context.attempts.at(slot), how);
                }
            }
        }
    }

    /** A node to which neither its links nor its place matter. */
    private abstract static class OffTheMap extends NodeComponent {
        OffTheMap(RunContext context, Node node) {
            super(context, node, 2);
        }

        @Override
        protected void attach(LinkComponent link) {}

        @Override
        protected void detach(LinkComponent link) {}

        @Override
        protected void changed(LinkComponent link) {}

        @Override
        public int region() {
            return Regions.NOWHERE;
        }

        @Override
        public void update(Node node) {}
    }
}
