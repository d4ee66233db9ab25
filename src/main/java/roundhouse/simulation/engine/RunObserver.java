package roundhouse.simulation.engine;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/**
 * Is told what becomes of attempts, as it happens. This class itself ignores it all, for runs that nobody observes. An observer must
 * not change anything it is shown.
 */
public class RunObserver {
    public static final RunObserver NONE = new RunObserver();

    /** A run begins; nothing has happened in it. */
    public void begins(RunContext run) {}

    /** Who is told why caches answer as they do; null for nobody. Always the same one. */
    public @Nullable CacheObserver caches() {
        return null;
    }

    /** Who keeps books of what is in caches and in stores. */
    public CacheLedger ledger() {
        return CacheLedger.NONE;
    }

    /** Clients have begun a request, with that attempt as its first attempt. */
    public void began(Attempt attempt, Component clients) {}

    /** The attempt has come to the node at its top; at the client of its request that is where the attempt begins. */
    public void entered(Attempt attempt) {}

    /** A node does not let the attempt in; its outcome says why. */
    public void turnedAway(Attempt attempt, Component node) {}

    /**
     * The attempt is back at the node at its top, from where that node had to ask first, and waits for a core; or it waits there for a
     * target to have room.
     */
    public void waits(Attempt attempt) {}

    /**
     * A limit of the node at the attempt's top holds it up.
     *
     * @param waitNanos how long before it goes on, or, where it {@code turnsAway}, before it is turned away; nanoseconds
     */
    public void limited(Attempt attempt, LimitExplainer limit, boolean turnsAway, long waitNanos) {}

    /**
     * The attempt waits for a core of the node at its top, behind others that wait.
     *
     * @param place 1 for the one that is taken next, as things stand
     */
    public void queued(Attempt attempt, int place) {}

    /** A core has begun to work on the attempt. */
    public void started(Attempt attempt) {}

    /** The node at the attempt's top is done with it; its outcome says how it went. */
    public void left(Attempt attempt) {}

    /** The attempt has set out on a link, from one node to another; that may be its way back. */
    public void departed(Attempt attempt, Component from, Component to) {}

    /** The attempt has come to the end of the link it was on. */
    public void arrived(Attempt attempt) {}

    /**
     * A message that something was written will be on that link: it sets out at that time.
     *
     * @param message the number of the message; it goes over several links one after the other
     * @param back whether it goes from the link's end to where that begins
     * @param lostAfter after what part of the link it will be lost, 0 to 1; 1 when it gets to its end
     * @param last whether it gets there with this link, or is lost on it
     */
    public void messaged(
            long message,
            Component link,
            boolean back,
            long departsNanos,
            long takesNanos,
            float lostAfter,
            boolean last) {}

    /** The message of that number got there, and the node was down. */
    public void messageLost(long message) {}

    /** The node at the attempt's top gives up waiting for it; it was lost further on. */
    public void dropped(Attempt attempt) {}

    /** A link or a node has lost the attempt; no reply will come. */
    public void lost(Attempt attempt) {}

    /** The node at the attempt's top is about to pick where it goes. */
    public void picking(Attempt attempt, PickExplainer explainer) {}

    /** The attempt goes to that target, because its client sticks to it. */
    public void stuck(Attempt attempt, PickExplainer explainer, int target) {}

    /** The attempt goes to that target, which its connection was given when it was opened, with the request {@code opener}. */
    public void pinned(Attempt attempt, PickExplainer explainer, int target, long opener) {}

    /** The attempt goes to that target, which has failed it, once more. */
    public void again(Attempt attempt, PickExplainer explainer, int target) {}

    /** The node at the attempt's top has no links of the pool that the attempt should go to. */
    public void withoutPool(Attempt attempt, Pick pick) {}

    /** The node at the attempt's top, which sends failed requests on to others, gives it to that target. */
    public void giving(Attempt attempt, Component target) {}

    /** What the node was {@link #giving} has ended for it with that outcome; a reply may still be on its way. */
    public void given(Attempt attempt, Outcome outcome) {}

    /** The node at the attempt's top has made a part of it, to send to one target. */
    public void parted(Attempt whole, Attempt part) {}

    /** The node at the request's top calls another for it; the call is about to set out. */
    public void called(Attempt request, Attempt call, Component target) {}

    /** A call has ended for who made it, with that outcome, or with none because nobody needs it any more; its reply may still be on its way. */
    public void callEnded(Attempt call, @Nullable Outcome outcome) {}

    /** The node at the request's top does not let a call of its own set out: the breaker before that target is open. */
    public void callTurnedAway(Attempt request, Component target) {}

    /** A part of an attempt, or a call, has come back or is lost for good. */
    public void ended(Attempt part) {}

    /** The client will send the request again after a while, now that the attempt has ended for it; {@link #concluded} follows. */
    public void retrying(Attempt attempt) {}

    /** The request has ended with that attempt, of which {@link #concluded} follows. */
    public void ended(Attempt attempt, Outcome outcome) {}

    /** The attempt has ended for its client with that outcome, or with none because another attempt was better; its reply may still be on its way. */
    public void concluded(Attempt attempt, @Nullable Outcome outcome) {}
}
