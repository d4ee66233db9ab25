package roundhouse.simulation.scaling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import roundhouse.kernel.EventHandler;
import roundhouse.simulation.commands.LostRequests;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.SessionFigures;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.GroupFigures;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.ServerGroup;

/**
 * The coming and going of one group's servers. One that is wanted takes its time to start and has no links meanwhile. One that is not
 * wanted any more gets no new clients while it drains, and goes when nothing is left there or its time is over; what is there then is cut.
 */
final class GroupControl extends EventHandler {
    private static final int READY = 0;
    private static final int DRAINED = 1;
    /** How often it is looked whether one that drains is empty. */
    private static final long LOOK_NANOS = 1_000_000_000;

    private final RunContext context;
    private final Network network;
    private final Regrouping regrouping;
    private final Map<String, GroupServer> servers = new LinkedHashMap<>();
    final GroupFigures figures;
    private final SizeControl size;
    private ServerGroup group;

    GroupControl(RunContext context, Network network, Regrouping regrouping, ServerGroup group) {
        super(context.kernel, group.id() + " servers");
        this.context = context;
        this.network = network;
        this.regrouping = regrouping;
        this.group = group;
        figures = network.stacks().figures(group.id());
        size = new SizeControl(context, this, group.id());
    }

    ServerGroup group() {
        return group;
    }

    String title() {
        return group.title();
    }

    /** The group is that from now on, and the network has the servers of it. */
    void follow(ServerGroup next) {
        boolean begins = servers.isEmpty();
        group = next;
        long nowNanos = context.kernel.nowNanos();
        List<String> wanted = network.stacks().named(group.id());
        List<String> leaving = network.stacks().leaving(group.id());
        servers.keySet().removeIf(id -> !wanted.contains(id) && !leaving.contains(id));
        List<GroupServer> come = new ArrayList<>();
        for (String id : wanted) {
            NodeComponent node = Objects.requireNonNull(network.node(id));
            GroupServer known = servers.get(id);
            if (known == null || known.node.number() != node.number()) {
                GroupServer server = arrive(node, nowNanos);
                servers.put(id, server);
                come.add(server);
            }
        }
        if (!begins) {
            tellComing(come);
        }
        leave(leaving, nowNanos);
        note();
        size.become(group);
    }

    /** It is not in the document any more. */
    void retire() {
        context.kernel.cancel(this);
        size.retire();
        figures.note(0, 0, 0, context.kernel.nowNanos());
    }

    private GroupServer arrive(NodeComponent node, long nowNanos) {
        boolean starts = network.stacks().isStarting(node.id);
        long startUpNanos = DurationSampler.nanos(group.startUp());
        GroupServer server = new GroupServer(node, starts ? nowNanos + startUpNanos : nowNanos);
        server.ready = !starts;
        server.mark(nowNanos);
        if (starts) {
            context.kernel.schedule(startUpNanos, this, READY);
        }
        return server;
    }

    private void tellComing(List<GroupServer> come) {
        if (!come.isEmpty()) {
            boolean start = !come.getFirst().ready;
            say(GroupWords.all(titles(come))
                    + (start
                            ? " " + GroupWords.verb("start", come.size()) + ", ready in "
                                    + TranscriptWords.time(DurationSampler.nanos(group.startUp()))
                            : come.size() == 1 ? " is there" : " are there"));
        }
    }

    private void leave(List<String> leaving, long nowNanos) {
        List<GroupServer> drain = new ArrayList<>();
        List<GroupServer> cut = new ArrayList<>();
        for (String id : leaving) {
            GroupServer server = servers.get(id);
            if (server != null && !server.isLeaving()) {
                long drainNanos = group.draining() == null ? 0 : DurationSampler.nanos(group.draining());
                server.drainsUntilNanos = nowNanos + drainNanos;
                (drainNanos == 0 ? cut : drain).add(server);
            }
        }
        drain.forEach(server -> drain(server.node));
        if (!drain.isEmpty()) {
            say(GroupWords.all(titles(drain)) + " " + GroupWords.verb("drain", drain.size()) + " for at most "
                    + TranscriptWords.time(drain.getFirst().drainsUntilNanos - nowNanos));
            lookAgain(nowNanos);
        }
        if (!cut.isEmpty()) {
            // Not now, for the network is becoming something.
            context.kernel.schedule(0, this, DRAINED);
        }
    }

    private void drain(NodeComponent node) {
        for (LinkComponent link : network.links()) {
            if (link.to.number() == node.number() && link.from.picks()) {
                link.drain(true);
            }
        }
    }

    private void lookAgain(long nowNanos) {
        context.kernel.cancel(this);
        long next = Long.MAX_VALUE;
        for (GroupServer server : servers.values()) {
            if (server.isLeaving()) {
                next = Math.min(next, Math.min(LOOK_NANOS, Math.max(0, server.drainsUntilNanos - nowNanos)));
            } else if (!server.ready) {
                context.kernel.schedule(Math.max(0, server.readyAtNanos - nowNanos), this, READY);
            }
        }
        if (next != Long.MAX_VALUE) {
            context.kernel.schedule(next, this, DRAINED);
        }
    }

    @Override
    protected void fire(int what) {
        if (what == READY) {
            getReady();
        } else {
            letGo();
        }
    }

    private void getReady() {
        long nowNanos = context.kernel.nowNanos();
        List<GroupServer> ready = servers.values().stream()
                .filter(server -> !server.ready && server.readyAtNanos <= nowNanos)
                .toList();
        if (ready.isEmpty()) {
            return;
        }
        for (GroupServer server : ready) {
            server.ready = true;
            network.stacks().ready(server.node.id);
            if (!server.node.isDown()) {
                // A cold start begins when it comes up.
                server.node.recover();
            }
            server.mark(nowNanos);
        }
        regrouping.become(network.document());
        say(GroupWords.all(titles(ready)) + (ready.size() == 1 ? " is" : " are") + " ready");
    }

    private void letGo() {
        long nowNanos = context.kernel.nowNanos();
        List<GroupServer> gone = servers.values().stream()
                .filter(server ->
                        server.isLeaving() && (server.drainsUntilNanos <= nowNanos || isEmpty(server.node, nowNanos)))
                .toList();
        if (!gone.isEmpty()) {
            List<NodeComponent> nodes = gone.stream().map(server -> server.node).toList();
            int requests = LostRequests.count(context, nodes);
            long before = context.totals.sessionsLost;
            nodes.forEach(node -> node.crash(CrashMode.REFUSE));
            long sessions = context.totals.sessionsLost - before;
            figures.cut(requests, sessions);
            List<String> titles = titles(gone);
            nodes.forEach(node -> network.stacks().letGo(group.id(), node.id));
            regrouping.become(network.document());
            say(GroupWords.all(titles) + (gone.size() == 1 ? " is gone" : " are gone") + cost(requests, sessions));
        }
        lookAgain(nowNanos);
    }

    private static String cost(int requests, long sessions) {
        return (requests == 0 ? "" : "; " + TranscriptWords.count(requests, "request") + " cut")
                + (sessions == 0 ? "" : "; " + TranscriptWords.count(sessions, "session") + " lost");
    }

    private static boolean isEmpty(NodeComponent node, long nowNanos) {
        SessionFigures sessions = node.sessions();
        return node.metrics.inFlight.value() == 0 && (sessions == null || sessions.held(nowNanos) == 0);
    }

    private List<String> titles(List<GroupServer> some) {
        return some.stream().map(server -> server.node.title()).toList();
    }

    private void note() {
        figures.note(wanted().size(), serving(), servers.size(), context.kernel.nowNanos());
    }

    /** Servers that are wanted, starting ones included. */
    List<GroupServer> wanted() {
        return servers.values().stream().filter(server -> !server.isLeaving()).toList();
    }

    int serving() {
        return (int) servers.values().stream()
                .filter(server -> server.ready && !server.isLeaving())
                .count();
    }

    int starting() {
        return (int) servers.values().stream().filter(server -> !server.ready).count();
    }

    int leaving() {
        return (int) servers.values().stream().filter(GroupServer::isLeaving).count();
    }

    /** There are to be so many from now on. {@code why} goes before that in the transcript, and may be empty. */
    void resize(int servers, String why) {
        int before = group.count();
        say(title() + (servers > before ? " grows" : " shrinks") + " from " + before + " to " + servers
                + (why.isEmpty() ? "" : ": " + why));
        regrouping.become(network.document().with(group.with(ServerGroup.COUNT, servers)));
    }

    void say(String text) {
        context.transcript.say(text);
    }
}
