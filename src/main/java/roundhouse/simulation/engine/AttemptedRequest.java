package roundhouse.simulation.engine;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.routing.Address;
import roundhouse.routing.Regions;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;

/** What an {@link Attempt} asks for and who asks: what it has from its request. */
public abstract class AttemptedRequest implements Request {
    /** The size of values that nobody says anything of. */
    public static final int USUAL_VALUE_BYTES = 1_024;

    static final Address NOBODY = Address.ofIpv4(0);

    /** Counts the requests of a run; the tries of one request have the same. */
    public long request;

    /** Counts the requests of its clients node, from 1; the tries of a request share it. */
    public long order;

    /** What this try's {@link #nextDemand} comes from. */
    private long demands;

    /** When the client began the request. */
    public long startedAtNanos;

    /** Which try this is, from 1. */
    public int attemptNumber;

    public int user;
    /** Its user belongs to a closed loop. */
    public boolean looping;

    public boolean read;
    /** How large the value is that it is about. */
    public int valueBytes = USUAL_VALUE_BYTES;
    /** Nobody has answered a request of its session yet, so that no server knows it. */
    public boolean starts;
    /** It belongs to an attack. */
    public boolean attack;
    /** With which status a limit turned it away; 0 when none did. */
    public int limitStatus;
    /** How many times a server's service time it needs. */
    public double cost = 1;
    /** How long its client takes to read the answer, nanoseconds. */
    public long readsNanos;
    /** A server calls another for a request of its own. */
    public boolean called;
    /** Of a call: it, or one of those it is made for, was sent before. */
    public boolean again;
    /** Keeps its cookies, or null when nobody does. */
    @Nullable
    public CookieKeeper cookies;

    private Address client = NOBODY;
    private int region = Regions.NOWHERE;
    private long session;
    private long key;
    private RequestKind kind = RequestKind.PLAIN;

    /** Only an attempt is about a request. */
    AttemptedRequest() {}

    /** Says who asks, and for what. */
    public final void request(
            int user, Address client, int region, long session, long key, RequestKind kind, boolean read) {
        this.user = user;
        this.client = client;
        this.region = region;
        this.session = session;
        this.key = key;
        this.kind = kind;
        this.read = read;
        valueBytes = USUAL_VALUE_BYTES;
        attack = false;
        limitStatus = 0;
        cost = 1;
        readsNanos = 0;
    }

    /** Asks for the same as another attempt, but for the demands. */
    private void copy(AttemptedRequest other) {
        copyWhoAndWhat(other);
        region = other.region;
        cookies = other.cookies;
        cost = other.cost;
        called = other.called;
        again = other.again;
    }

    /** What a call has from the request that it is made for, too. */
    private void copyWhoAndWhat(AttemptedRequest other) {
        user = other.user;
        client = other.client;
        session = other.session;
        key = other.key;
        kind = other.kind;
        read = other.read;
        limitStatus = 0;
        request = other.request;
        order = other.order;
        startedAtNanos = other.startedAtNanos;
        valueBytes = other.valueBytes;
        attack = other.attack;
        readsNanos = other.readsNanos;
        attemptNumber = other.attemptNumber;
        looping = other.looping;
        starts = other.starts;
    }

    /** Asks for the same as another attempt. */
    public final void sameRequest(AttemptedRequest other) {
        copy(other);
        demands(Mix.mix(other.demands));
    }

    /** Asks for a part of what a whole attempt asks for: the same, the first part even for the very same service. */
    final void partOfRequest(AttemptedRequest whole) {
        copy(whole);
        demandsOf(whole);
    }

    /** Asks for what the other one would have asked for next, the first time for the very same service. */
    public final void demandsOf(AttemptedRequest other) {
        demands = other.demands;
        other.nextDemand();
    }

    /** A seed for what a node itself needs for it on the way, which leaves what it asks for next as it is. */
    public final long demandOnTheWay() {
        return Mix.mix(demands ^ Mix.GOLDEN);
    }

    /** Asks another service for what a request needs of it: by the same user, about the same. */
    final void neededBy(AttemptedRequest request, int from, boolean retry) {
        copyWhoAndWhat(request);
        region = from == Regions.NOWHERE ? request.region : from;
        cookies = null;
        cost = 1;
        called = true;
        again = retry || request.again || request.attemptNumber > 1;
    }

    /** Begins the demands of this try. */
    public final void demands(long seed) {
        demands = seed;
    }

    /**
     * A seed for the next service time that this try asks for. It depends on the request, the try and the stages before, and not on
     * which server serves it, so two designs see the same demands.
     */
    public final long nextDemand() {
        demands = Mix.mix(demands + Mix.GOLDEN);
        return demands;
    }

    @Override
    public final Address client() {
        return client;
    }

    @Override
    public final int region() {
        return region;
    }

    @Override
    public final long session() {
        return session;
    }

    @Override
    public final long key() {
        return key;
    }

    @Override
    public final RequestKind kind() {
        return kind;
    }
}
