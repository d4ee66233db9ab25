package roundhouse.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Address;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;

/**
 * One try of a request on its way through the system: who asks for what, and the stack of {@link Hop}s that the reply retraces.
 * Pooled: {@link AttemptPool} hands them out again. A retry is another call about the same request.
 */
final class Attempt implements Request {
    /** A time that does not come. */
    static final long NEVER = Long.MAX_VALUE;

    private static final @Nullable String[] NO_COOKIES = {};

    /** Its place in the pool; events and queues name it by this. */
    final int slot;

    /** Counts the calls of a run. */
    long number;

    AttemptPurpose purpose = AttemptPurpose.REQUEST;

    /** Counts the requests of a run; the tries of one request have the same. */
    long request;

    /** Counts the requests of its clients node, from 1; the tries of a request share it. */
    long order;

    /** What this try's {@link #nextDemand} comes from. */
    private long demands;

    /** When the client began the request, and when it sent this try. */
    long startedAt;

    long sentAt;
    /** Which try this is, from 1. */
    int attempt;

    int user;
    /** Its user belongs to a closed loop. */
    boolean looping;

    boolean read;
    /** Nobody has answered a request of its session yet, so that no server knows it. */
    boolean starts;
    /** Whether the connection is still encrypted where the call is now. */
    boolean encrypted;
    /** Whether the connection was opened for this call. */
    boolean opened;
    /** Whoever began it has given up waiting. */
    boolean abandoned;
    /** Nobody holds it any more, so no reply will ever come. */
    boolean lost;
    /** What the reply says; what it will say if nothing goes wrong. */
    Outcome outcome = Outcome.OK;
    /** The kept connection this came over, or null when it has one for itself. */
    @Nullable
    ClientConnection connection;
    /** The timers its timeout is armed in, or null when it waits for ever. */
    @Nullable
    TimeoutQueue timeouts;
    /** A check that is content when it is let in. */
    boolean connects;
    /** When the core that works on it will be done, or {@link #NEVER} while none does. */
    long doneAt = NEVER;
    /** When the link it is on loses it, or {@link #NEVER}. */
    long lostAt = NEVER;
    /** What the client does for the request beside this try, or null when it tries once at a time and without end. */
    @Nullable
    AttemptGroup effort;
    /** What it is a part of: the request at the balancer that sent this on to one target, for a while. Null for a whole one. */
    @Nullable
    Attempt whole;
    /** Nodes on its way before the one it began at. */
    private int before;
    /** Keeps its cookies, or null when nobody does. */
    @Nullable
    Users cookies;
    /** The targets that balancers told the client to stick to, by their place on its way; none, mostly. */
    private @Nullable String[] baked = NO_COOKIES;

    /** The server that takes or took it, if one was picked yet. */
    @Nullable
    ServerComponent server;

    /** The link it is on, or null while it is at a node. */
    @Nullable
    LinkComponent hop;

    boolean replying;
    long departedAt;
    long arrivesAt;

    private Address client = NOBODY;
    private int region = Regions.NOWHERE;
    private long session;
    private long key;
    private RequestKind kind = RequestKind.PLAIN;
    private Hop[] stops = {new Hop(), new Hop(), new Hop()};
    private int depth;

    private static final Address NOBODY = Address.ofIpv4(0);

    Attempt(int slot) {
        this.slot = slot;
    }

    /** Says who asks, and for what. */
    void request(int user, Address client, int region, long session, long key, RequestKind kind, boolean read) {
        this.user = user;
        this.client = client;
        this.region = region;
        this.session = session;
        this.key = key;
        this.kind = kind;
        this.read = read;
    }

    /** Asks for the same as another call. */
    void sameRequest(Attempt other) {
        request(other.user, other.client, other.region, other.session, other.key, other.kind, other.read);
        request = other.request;
        order = other.order;
        cookies = other.cookies;
        demands(Mix.mix(other.demands));
        startedAt = other.startedAt;
        attempt = other.attempt;
        looping = other.looping;
        starts = other.starts;
    }

    /** Becomes a check; one that only {@code connects} is content when it is let in. */
    void check(boolean connects) {
        request(0, NOBODY, Regions.NOWHERE, 0, 0, RequestKind.PLAIN, true);
        purpose = AttemptPurpose.CHECK;
        request = 0;
        encrypted = false;
        opened = true;
        this.connects = connects;
    }

    /**
     * Becomes the part of a call that a balancer, at which that call is, sends to one target. It asks for the same, of the first
     * target even the very same service.
     */
    void partOf(Attempt whole) {
        request(whole.user, whole.client, whole.region, whole.session, whole.key, whole.kind, whole.read);
        this.whole = whole;
        before = whole.before + whole.depth - 1;
        request = whole.request;
        order = whole.order;
        cookies = whole.cookies;
        demands = whole.demands;
        whole.nextDemand();
        startedAt = whole.startedAt;
        sentAt = whole.sentAt;
        attempt = whole.attempt;
        starts = whole.starts;
        encrypted = whole.encrypted;
        opened = whole.opened;
    }

    /** The target that its client's cookie names at the node at its top, or null. */
    @Nullable
    String cookie() {
        return cookies == null ? null : cookies.cookie(user, session, before + depth - 1);
    }

    /** The reply is to give the client a cookie that names that target of the node at its top. */
    void setStickyCookie(String target) {
        int place = before + depth - 1;
        if (place >= baked.length) {
            baked = Arrays.copyOf(baked, place + 1);
        }
        baked[place] = target;
    }

    /** The cookies that came back with a part come back with the whole. */
    void takeCookies(Attempt part) {
        for (int place = 0; place < part.baked.length; place++) {
            String target = part.baked[place];
            if (target != null) {
                if (place >= baked.length) {
                    baked = Arrays.copyOf(baked, place + 1);
                }
                baked[place] = target;
            }
        }
    }

    /** Its client has the reply, and keeps the cookies. */
    void deliverCookies() {
        for (int place = 0; place < baked.length; place++) {
            String target = baked[place];
            if (target != null && cookies != null) {
                cookies.keep(user, session, place, target);
            }
        }
    }

    /** Begins the demands of this try. */
    void demands(long seed) {
        demands = seed;
    }

    /**
     * A seed for the next service time that this try asks for. It depends on the request, the try and the stages before, and not on
     * which server serves it, so two designs see the same demands.
     */
    long nextDemand() {
        demands = Mix.mix(demands + Mix.GOLDEN);
        return demands;
    }

    /** Makes it as good as new. */
    void clear() {
        depth = 0;
        request = 0;
        purpose = AttemptPurpose.REQUEST;
        abandoned = false;
        lost = false;
        replying = false;
        outcome = Outcome.OK;
        connection = null;
        timeouts = null;
        effort = null;
        server = null;
        hop = null;
        whole = null;
        before = 0;
        connects = false;
        cookies = null;
        Arrays.fill(baked, null);
    }

    /** It comes to a node. */
    void push(NodeComponent node, long now) {
        if (depth == stops.length) {
            stops = Arrays.copyOf(stops, depth + 1);
            stops[depth] = new Hop();
        }
        stops[depth++].enter(node, now);
        node.engine.probe.entered(this);
    }

    /** It leaves the node it is at, backwards. */
    void pop() {
        depth--;
    }

    /** The node it is at or was sent on from. */
    Hop top() {
        return stops[depth - 1];
    }

    /** The node that began it. */
    NodeComponent origin() {
        return stops[0].node();
    }

    /** Whether a server sent it on to the node it is at. */
    boolean isFromServer() {
        return depth > 1 && stops[depth - 2].node() instanceof ServerComponent;
    }

    /** Whether that node holds it now. */
    boolean isAt(NodeComponent node) {
        return depth > 0 && hop == null && !lost && top().node().number() == node.number();
    }

    /** Whether that node holds it, or it passed that node and has not come back to it yet. */
    boolean needs(NodeComponent node) {
        for (int i = 0; i < depth && !lost; i++) {
            if (stops[i].node().number() == node.number()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean tried(int target) {
        return top().hasTried(target);
    }

    @Override
    public boolean anyTried() {
        return top().tries() > 0;
    }

    @Override
    public Address client() {
        return client;
    }

    @Override
    public int region() {
        return region;
    }

    @Override
    public long session() {
        return session;
    }

    @Override
    public long key() {
        return key;
    }

    @Override
    public RequestKind kind() {
        return kind;
    }
}
