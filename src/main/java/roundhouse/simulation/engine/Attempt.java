package roundhouse.simulation.engine;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.routing.RequestKind;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.storage.replication.Message;
import roundhouse.topology.nodes.checking.CheckAnswer;
import roundhouse.topology.nodes.checking.CheckQuestion;

/**
 * One try of a request on its way through the system: how it fares, and the stack of {@link Hop}s that the reply retraces.
 * Pooled: {@link AttemptPool} hands them out again. A retry is another attempt about the same request.
 */
public final class Attempt extends AttemptedRequest {
    /** The part of a node that began an attempt and waits for it. It is told itself, so that the node need not find out whose attempt it is. */
    public interface Owner {
        /** The attempt is back at its node, with its {@link Attempt#outcome}. */
        void replied(Attempt attempt);

        /** A link or a node lost it, so it will never be back. */
        void lost(Attempt attempt);
    }

    /** A time that does not come. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Its place in the pool; events and queues name it by this. */
    public final int slot;

    /** Counts the attempts of a run. */
    public long number;

    public AttemptPurpose purpose = AttemptPurpose.REQUEST;
    /** The part of the node that began it which is told of it; null where the node is told itself. */
    public @Nullable Owner owner;

    /** When the client sent this try. */
    public long sentAtNanos;

    /** Whether the connection is still encrypted where the attempt is now. */
    public boolean encrypted;
    /** Whether the connection was opened for this attempt. */
    public boolean opened;
    /** Whoever began it has given up waiting. */
    public boolean abandoned;
    /** A link or a node lost it, so no reply will ever come. */
    public boolean lost;
    /** The outcome that its reply carries; on the way out, OK. */
    public Outcome outcome = Outcome.OK;
    /** What failed is that a connection broke before the answer; else it is an answer that says so. */
    public boolean broken;
    /** The kept connection this came over, or null when it has one for itself. */
    @Nullable
    public KeptConnection connection;
    /** The timers its timeout is armed in, or null when it waits for ever. */
    @Nullable
    public TimeoutQueue timeouts;
    /** The timers in which it is armed until somebody accepts it, or null when it is in none. */
    @Nullable
    public TimeoutQueue connecting;
    /** A node has let it in, or would have: its connection is open. */
    public boolean accepted;
    /** It is a check that only opens a connection. */
    public boolean connects;
    /** Where it goes as a check; for others it says nothing. */
    public CheckQuestion question = CheckQuestion.USUAL;
    /** What it was answered as a check, or null where its outcome says all. */
    public @Nullable CheckAnswer answer;
    /** What a member of a store tells another one by it; null for all else. */
    public @Nullable Message message;
    /** When the core that works on it will be done, or {@link #NEVER} while none does. */
    public long doneAtNanos = NEVER;
    /** When the link it is on loses it, or {@link #NEVER}. */
    public long lostAtNanos = NEVER;
    /**
     * The attempt at a balancer that this is a part of, sent to one target with a timeout, or the one at a server that this call is made
     * for; null for one that stands alone, or that nobody waits for any more.
     */
    @Nullable
    public Attempt whole;
    /** Its part that is at a target, or on its way there or back; null while there is none. */
    @Nullable
    public Attempt part;
    /** Nodes on its way before the one it began at. */
    private int before;
    /** Null until a reply first brought any cookies. */
    private @Nullable ReplyCookies replyCookies;
    /** What it is to do with data, and what it brings back of it. */
    private final DataOperation data = new DataOperation();
    /** Somebody has asked for it since it was cleared: most attempts have nothing to do with data. */
    private boolean dataUsed;

    /** The server that takes or took it, if one was picked yet. */
    @Nullable
    public Component server;

    /** The link it is on, or null while it is at a node. */
    @Nullable
    public Component link;

    /** The link beyond which it was lost, while somebody waits for it; null for what is no client's request. */
    @Nullable
    public Component hangsBeyond;

    public boolean replying;
    public long departedAtNanos;
    public long arrivesAtNanos;

    private final Hop first = new Hop();
    private int depth;
    /** The node that it is at, or was sent on from. Says nothing while there is none. */
    private Hop top = first;

    Attempt(int slot) {
        this.slot = slot;
        // Clients, a balancer and a server: made together, so that they lie together.
        Hop _ = first.next().next();
    }

    /** Becomes a check. One that {@code connects} only opens a connection, and is good as soon as it is let in. */
    public void check(boolean connects, CheckQuestion question) {
        this.question = question;
        request(0, NOBODY, Regions.NOWHERE, 0, 0, RequestKind.PLAIN, true);
        purpose = AttemptPurpose.CHECK;
        request = 0;
        encrypted = false;
        opened = true;
        this.connects = connects;
    }

    /** Becomes the question of a resolver in that region where a name lives. */
    public void lookup(int region) {
        request(0, NOBODY, region, 0, 0, RequestKind.PLAIN, true);
        purpose = AttemptPurpose.LOOKUP;
        request = 0;
        encrypted = false;
        opened = false;
    }

    /**
     * Becomes the part of an attempt that a balancer, at which that attempt is, sends to one target.
     */
    public void partOf(Attempt whole) {
        partOfRequest(whole);
        this.whole = whole;
        before = whole.before + whole.depth - 1;
        sentAtNanos = whole.sentAtNanos;
        encrypted = whole.encrypted;
        opened = whole.opened;
    }

    /**
     * Becomes a call that the server makes at which the other attempt is.
     *
     * @param from the server's region
     * @param retry whether the call was made before
     */
    public void callFor(Attempt request, int from, boolean retry) {
        neededBy(request, from, retry);
        whole = request;
        before = request.before + request.depth - 1;
        encrypted = false;
        opened = false;
    }

    /** Whether nobody waits for it any more, or for what it was sent for. */
    public boolean isForNobody() {
        for (Attempt at = this; at != null; at = at.whole) {
            if (at.abandoned) {
                return true;
            }
        }
        return false;
    }

    /** The target that its client's cookie names at the node at its top, or null. */
    @Nullable
    public String cookie() {
        return cookies == null ? null : cookies.cookie(user, session(), before + depth - 1);
    }

    /** The reply is to give the client a cookie that names that target of the node at its top. */
    public void setStickyCookie(String target) {
        repliedCookies().put(before + depth - 1, target);
    }

    /** The cookies that came back with a part come back with the whole. */
    public void takeCookies(Attempt part) {
        if (part.replyCookies != null) {
            repliedCookies().addAll(part.replyCookies);
        }
    }

    private ReplyCookies repliedCookies() {
        if (replyCookies == null) {
            replyCookies = new ReplyCookies();
        }
        return replyCookies;
    }

    /** Its client has the reply, and keeps the cookies. */
    public void deliverCookies() {
        if (replyCookies != null && cookies != null) {
            replyCookies.deliver(cookies, user, session());
        }
    }

    /** What it is to do with data, and what it brings back of it. */
    public DataOperation data() {
        dataUsed = true;
        return data;
    }

    /** What a node that keeps data is to do for it. */
    public DataAction action() {
        return data.action;
    }

    /** Whether it brings a value, or word of a write, whose version is known. */
    public boolean bringsData() {
        return data.stamp != KeyVersions.NOTHING;
    }

    /** What a part or a call brought back, it brings back. */
    public void takeData(Attempt other) {
        if (other.bringsData()) {
            data().take(other.data);
        } else {
            data.nothing();
        }
    }

    /**
     * Becomes a call that nobody waits for, which a node makes of its own accord: the key of what was asked before.
     *
     * @param bytes how large the key's value is
     */
    public void ofItsOwn(long key, int bytes, int from) {
        request(0, NOBODY, from, 0, key, RequestKind.PLAIN, true);
        request = 0;
        valueBytes = bytes;
        called = true;
        encrypted = false;
        opened = false;
        before = 1;
    }

    /** Clears it for its next use. */
    void clear() {
        depth = 0;
        request = 0;
        purpose = AttemptPurpose.REQUEST;
        owner = null;
        abandoned = false;
        lost = false;
        replying = false;
        outcome = Outcome.OK;
        broken = false;
        connection = null;
        timeouts = null;
        connecting = null;
        accepted = false;
        part = null;
        server = null;
        link = null;
        hangsBeyond = null;
        whole = null;
        before = 0;
        connects = false;
        question = CheckQuestion.USUAL;
        answer = null;
        message = null;
        cookies = null;
        called = false;
        again = false;
        if (replyCookies != null) {
            replyCookies.clear();
        }
        if (dataUsed) {
            dataUsed = false;
            data.clear();
        }
    }

    /** It comes to a node: see {@link RunContext#enter}. */
    void push(Component node, long nowNanos) {
        top = depth++ == 0 ? first : top.next();
        top.enter(node, nowNanos);
    }

    /** It leaves the node it is at, backwards. */
    public void pop() {
        depth--;
        top = top.before;
    }

    /** The node it is at or was sent on from. */
    public Hop top() {
        return top;
    }

    /** The stay at the node that began it. */
    public Hop first() {
        return first;
    }

    /** The node that began it. */
    public Component origin() {
        return first.node();
    }

    /** Whether it is at the client that began its request, before it sets out or after it came back. */
    public boolean isAtClient() {
        return purpose == AttemptPurpose.REQUEST && before + depth == 1;
    }

    /** Whether it is at the first node that its client's connection leads to. */
    public boolean isAtFirstNode() {
        return purpose == AttemptPurpose.REQUEST && request != 0 && !called && before + depth == 2;
    }

    /** Whether a server sent it on to the node it is at. */
    public boolean isFromServer() {
        return depth > 1 && top.before.node().serves();
    }

    /** Whether it is where it began. */
    public boolean isAtOrigin() {
        return depth == 1;
    }

    /** Whether that node began it. */
    public boolean beganAt(Component node) {
        return depth > 0 && first.node().number() == node.number();
    }

    /** Whether that node holds it now. */
    public boolean isAt(Component node) {
        return depth > 0 && link == null && !lost && top().node().number() == node.number();
    }

    /** Whether that node holds it, or it passed that node and has not come back to it yet. */
    public boolean needs(Component node) {
        Hop hop = top;
        for (int i = 0; i < depth && !lost; i++) {
            if (hop.node().number() == node.number()) {
                return true;
            }
            hop = hop.before;
        }
        return false;
    }

    @Override
    public boolean tried(int target) {
        return top().hasTried(target);
    }

    @Override
    public boolean anyTried() {
        return top().anyTried();
    }
}
