package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.RequestRules;
import roundhouse.routing.StickyTable;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Link;
import roundhouse.topology.Node;
import roundhouse.topology.Rule;
import roundhouse.topology.Sticky;
import roundhouse.topology.Tls;

/**
 * Spreads requests over its links.
 *
 * <p>At layer 7 it picks for each request: rules choose the pool, then stickiness or the balancer the target, and a target's
 * requests in flight are requests. At layer 4 all links are one pool and it picks once for each connection: what is "in flight" at
 * a target are open connections, idle ones included, and least response time judges a connection by its first reply. Where clients
 * open a connection for each request the two agree.
 *
 * <p>No target gives a failed reply. Down, it refuses; what its cores worked on when it crashed gets failed replies at once, what it
 * had passed on gets them when the reply comes by (after another {@link CrashMode}, none at all), and it comes back with nothing
 * remembered. Paused, it keeps requests and replies until it goes on.
 */
final class LoadBalancerComponent extends ProcessorComponent {
    /** The tag of a connection that was given no target yet. */
    static final long UNPINNED = -1;
    /** The tag of a call whose target was counted when its connection was opened. */
    private static final long BY_CONNECTION = -2;

    private static final int TARGET_BITS = 20;
    private static final int GROUP_BITS = 12;
    /** As HAProxy's usual stick table: large enough for every user of a classroom's topology. */
    private static final int STICKY_CAPACITY = 1_000_000;

    private final List<TargetGroup> groups = new ArrayList<>();
    private final List<LinkComponent> links = new ArrayList<>();
    private final List<StickyTable> tables = new ArrayList<>();
    private Node.LoadBalancer spec;
    /** The index of the group that requests of no rule go to, or -1. */
    private int defaultGroup = -1;

    private RequestRules rules;
    private long cost;
    private long handshake;
    /** Its part in a pair that shares an address, or null when it stands alone. */
    private @Nullable Member member;

    /** How often it crashed: what was sent on before is not remembered. */
    private int epoch;

    LoadBalancerComponent(Engine engine, Node.LoadBalancer spec) {
        super(engine, spec, spec.cores());
        this.spec = spec;
        this.rules = rulesOf(spec);
        this.cost = Durations.nanos(spec.cost());
        this.handshake = Durations.nanos(spec.tls().handshake());
        expect(cost);
    }

    @Override
    int region() {
        return engine.regions.of(spec.region());
    }

    @Override
    void update(Node node) {
        Node.LoadBalancer before = spec;
        spec = (Node.LoadBalancer) node;
        rules = rulesOf(spec);
        cost = Durations.nanos(spec.cost());
        handshake = Durations.nanos(spec.tls().handshake());
        expect(cost);
        cores(spec.cores());
        if (before.layer() != spec.layer()) {
            forget();
        } else if (!before.balancing().equals(spec.balancing())) {
            groups.forEach(group -> group.balancing(spec.balancing()));
        }
        if (!before.sticky().equals(spec.sticky())) {
            tables.clear();
            groups.forEach(_ -> tables.add(newTable()));
        }
    }

    private static RequestRules rulesOf(Node.LoadBalancer spec) {
        return new RequestRules(spec.rules().stream()
                .map(rule -> switch (rule) {
                    case Rule.Path path -> new RequestRules.Match.Path(path.pattern());
                    case Rule.Header header -> new RequestRules.Match.Header(header.name(), header.value());
                    case Rule.Cookie cookie -> new RequestRules.Match.Cookie(cookie.name(), cookie.value());
                })
                .toList());
    }

    void add(LinkComponent link) {
        links.add(link);
        groups.get(groupOf(poolOf(link))).add(link);
    }

    void remove(LinkComponent link) {
        links.remove(link);
        for (TargetGroup group : groups) {
            if (group.has(link)) {
                group.remove(link);
            }
        }
    }

    /** The link's weight, pool or other attributes may have changed. */
    void update(LinkComponent link) {
        TargetGroup group = groups.get(groupOf(poolOf(link)));
        if (group.has(link)) {
            group.update(link);
        } else {
            remove(link);
            add(link);
        }
    }

    private String poolOf(LinkComponent link) {
        return spec.layer() == 4 ? Link.DEFAULT_POOL : link.link().pool();
    }

    /** The index of the group of that name; made when there is none. */
    private int groupOf(String name) {
        int group = findGroup(name);
        if (group >= 0) {
            return group;
        }
        groups.add(new TargetGroup(engine, id, name, spec.balancing()));
        tables.add(newTable());
        defaultGroup = findGroup(Link.DEFAULT_POOL);
        return groups.size() - 1;
    }

    private int findGroup(String name) {
        for (int group = 0; group < groups.size(); group++) {
            if (groups.get(group).name().equals(name)) {
                return group;
            }
        }
        return -1;
    }

    private static StickyTable newTable() {
        return new StickyTable(STICKY_CAPACITY, StickyTable.FOREVER, StickyTable.WhenFull.PURGE_OLDEST);
    }

    @Override
    void receive(Call call) {
        CrashMode crash = condition.crash();
        if (crash != null) {
            meetCrash(call, crash);
            return;
        }
        enter(call);
        if (cost == 0 && !shakesHands(call) && !isPaused()) {
            forward(call);
        } else {
            work(call);
        }
    }

    @Override
    long demand(Call call) {
        return shakesHands(call) ? cost + handshake : cost;
    }

    private boolean shakesHands(Call call) {
        return call.encrypted && call.opened && spec.tls().mode() == Tls.Mode.TERMINATE;
    }

    @Override
    void done(Call call) {
        forward(call);
    }

    private void forward(Call call) {
        if (errs()) {
            answer(call, Outcome.FAILED);
            return;
        }
        if (spec.tls().mode() == Tls.Mode.TERMINATE) {
            call.encrypted = false;
        }
        ClientConnection connection = call.connection;
        if (spec.layer() == 4 && connection != null) {
            forwardOver(connection, call);
            return;
        }
        long tag = give(call);
        if (tag == UNPINNED) {
            answer(call, Outcome.FAILED);
        } else {
            send(call, tag, tag);
        }
    }

    /** Layer 4: the connection's target, given with its first request. */
    private void forwardOver(ClientConnection connection, Call call) {
        long tag = connection.pin(this);
        if (tag == UNPINNED || epochOf(tag) != epoch || pool(tag).isRemoved(targetOf(tag))) {
            if (tag != UNPINNED) {
                connectionClosed(tag, 0, Outcome.FAILED);
            }
            tag = give(call);
            connection.pin(this, tag, call.request);
        } else {
            engine.probe.pinned(call, this, groups.get(groupOf(tag)), targetOf(tag), connection.pinnedFor(this));
        }
        if (tag == UNPINNED) {
            answer(call, Outcome.FAILED);
        } else {
            send(call, tag, BY_CONNECTION);
        }
    }

    private void send(Call call, long tag, long remembered) {
        call.top().tag = remembered;
        LinkComponent link = groups.get(groupOf(tag)).link(targetOf(tag));
        link.picked++;
        link.send(call);
    }

    /** Gives the call, or its connection, a target and counts it there. Returns its tag, or {@link #UNPINNED}. */
    private long give(Call call) {
        int index = groupFor(call);
        if (index < 0) {
            engine.probe.withoutPool(call, this);
            return UNPINNED;
        }
        TargetGroup group = groups.get(index);
        int target =
                spec.sticky().by() == Sticky.By.OFF ? group.pick(call) : stickyTarget(call, group, tables.get(index));
        if (target == Balancer.NONE) {
            return UNPINNED;
        }
        group.started(target);
        return (long) epoch << (TARGET_BITS + GROUP_BITS) | (long) index << TARGET_BITS | target;
    }

    private int groupFor(Call call) {
        Rule rule = ruleFor(call);
        return rule == null ? defaultGroup : findGroup(rule.pool());
    }

    /** The rule that the call comes under, or null when it is none. */
    @Nullable
    Rule ruleFor(Call call) {
        int rule = spec.layer() == 4 ? RequestRules.NO_RULE : rules.match(call.kind());
        return rule == RequestRules.NO_RULE ? null : spec.rules().get(rule);
    }

    private long stickyKey(Call call) {
        return spec.sticky().by() == Sticky.By.ADDRESS ? StickyTable.keyOf(call.client()) : call.session();
    }

    /** What requests stick to a target by. */
    Sticky sticky() {
        return spec.sticky();
    }

    /** The target that the call's client sticks to in that group, even if it cannot take the call now; or {@link Balancer#NONE}. */
    int stuckTo(Call call, TargetGroup group) {
        return tables.get(groups.indexOf(group)).peek(stickyKey(call));
    }

    private int stickyTarget(Call call, TargetGroup group, StickyTable table) {
        long key = stickyKey(call);
        long now = engine.kernel.now();
        int target = table.find(key, call, group.pool(), now);
        if (target == Balancer.NONE) {
            target = group.pick(call);
            if (target != Balancer.NONE) {
                table.put(key, target, now);
            }
        } else {
            engine.probe.stuck(call, this, group, target);
        }
        return target;
    }

    @Override
    void reply(Call call, long sentAt) {
        long tag = call.top().tag;
        long nanos = engine.kernel.now() - sentAt;
        if (tag == BY_CONNECTION) {
            ClientConnection connection = call.connection;
            if (connection != null) {
                connection.replied(this, nanos);
            }
            answer(call, call.outcome);
        } else if (epochOf(tag) == epoch) {
            groups.get(groupOf(tag)).finished(targetOf(tag), nanos, call.outcome);
            answer(call, call.outcome);
        } else {
            answer(call, Outcome.FAILED);
        }
    }

    @Override
    void dropped(Call call) {
        long tag = call.top().tag;
        if (tag != BY_CONNECTION && epochOf(tag) == epoch) {
            long nanos = engine.kernel.now() - call.top().sentAt;
            groups.get(groupOf(tag)).finished(targetOf(tag), nanos, Outcome.TIMED_OUT);
        }
        super.dropped(call);
    }

    /** A kept connection that was given the target of that tag is closed. */
    void connectionClosed(long tag, long firstReply, Outcome outcome) {
        if (tag != UNPINNED && epochOf(tag) == epoch) {
            groups.get(groupOf(tag)).finished(targetOf(tag), firstReply, outcome);
        }
    }

    @Override
    void lose(CrashMode how) {
        super.lose(how);
        forget();
    }

    /** Starts with new counts, new balancers and nobody sticking. */
    private void forget() {
        epoch++;
        groups.clear();
        tables.clear();
        defaultGroup = -1;
        links.forEach(link -> groups.get(groupOf(poolOf(link))).add(link));
    }

    /** It is this member of a pair, or of none. */
    void joins(@Nullable Member member) {
        this.member = member;
    }

    /** Its part in a pair, or null when it stands alone. */
    @Nullable
    Member member() {
        return member;
    }

    @Override
    void conditionChanged() {
        if (member != null) {
            member.conditionChanged();
        }
    }

    @Override
    void heard(Call call) {
        long priority = call.top().tag;
        engine.calls.release(call);
        if (member != null) {
            member.heard(priority);
        }
    }

    @Override
    void lost(Call call) {
        if (call.purpose == Purpose.HEARTBEAT) {
            engine.calls.release(call);
        }
    }

    /** Distances between regions changed. */
    void regionsChanged() {
        groups.forEach(group -> group.balancing(spec.balancing()));
    }

    private Pool pool(long tag) {
        return groups.get(groupOf(tag)).pool();
    }

    private static int epochOf(long tag) {
        return (int) (tag >>> (TARGET_BITS + GROUP_BITS));
    }

    private static int groupOf(long tag) {
        return (int) (tag >>> TARGET_BITS) & ((1 << GROUP_BITS) - 1);
    }

    private static int targetOf(long tag) {
        return (int) tag & ((1 << TARGET_BITS) - 1);
    }
}
