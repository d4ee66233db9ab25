package roundhouse.simulation.balancing;

import roundhouse.health.VrrpTimers;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.transcript.TranscriptWords;

/** Which of a pair has the address and why, in words that follow the title of a member. */
final class VrrpWords {
    private static final long MICRO = 1_000;

    private VrrpWords() {}

    static String preemption(VrrpPeer peer, VrrpPeer other) {
        return " took the address back from " + other.node().title() + ": priority " + peer.priority() + " over "
                + other.priority();
    }

    static String takeover(VrrpPeer peer, VrrpPeer other) {
        if (peer.hasJustBegun()) {
            return " took over the address at once, as priority " + peer.priority() + " does";
        }
        String heard = peer.hasHeard()
                ? ", " + TranscriptWords.time(peer.silenceNanos()) + " after the last heartbeat of "
                        + other.node().title()
                : ": in " + TranscriptWords.time(peer.age()) + " it heard no heartbeat of "
                        + other.node().title();
        return " took over the address" + heard + "; " + wait(peer.timers());
    }

    /** {@code VRRP version 2 waits for 3 × 1 s and a skew of 609.375 ms}. */
    private static String wait(VrrpTimers timers) {
        return "VRRP version " + timers.version() + " waits for " + timers.misses() + " × "
                + TranscriptWords.time(timers.advertMicros() * MICRO) + " and a skew of "
                + TranscriptWords.time(timers.skewMicros() * MICRO);
    }

    static String steppedDown(VrrpPeer peer, VrrpPeer other) {
        return " stepped down: "
                + (peer.priority() == other.priority()
                        ? "at equal priorities of " + peer.priority() + " the greater address wins, which is "
                                + other.node().title() + "'s"
                        : other.node().title() + " has priority");
    }

    /** Why one that was down does not take the address back; empty when it will. */
    static String stays(VrrpPeer peer, VrrpPeer other) {
        if (!other.isActive() || peer.priority() < other.priority()) {
            return "";
        }
        if (peer.priority() == other.priority()) {
            return " stays the standby: at equal priorities of " + peer.priority() + " the address stays with "
                    + other.node().title();
        }
        return peer.preempts()
                ? ""
                : " stays the standby, though its priority " + peer.priority() + " is over " + other.priority()
                        + ": it does not preempt";
    }

    /** Why a member has not the address, for the explanation of a pick: "standby by VRRP version 2: priority 100 below 150". */
    static String standby(VrrpPeer peer, VrrpPeer holder) {
        String title = holder.node().title();
        if (peer.node().isDown()) {
            return "down; " + title + " has the address";
        }
        if (peer.isActive() && holder.isActive()) {
            return "active too; the address is at " + title + ", whose heartbeat came last";
        }
        String standby = "standby by VRRP version " + peer.timers().version() + ": ";
        if (peer.priority() < holder.priority()) {
            return standby + "priority " + peer.priority() + " below " + holder.priority();
        }
        if (peer.priority() == holder.priority()) {
            return standby + "at equal priorities of " + peer.priority() + " the address stays with " + title;
        }
        return standby
                + (peer.preempts()
                        ? "it has not waited long enough yet to take the address from priority " + holder.priority()
                        : "it does not preempt " + title + " of priority " + holder.priority());
    }

    /**
     * What becomes of a pair that ends, in a sentence of its own; empty when both members are gone.
     *
     * @param wasActive whether the member that is gone was active
     */
    static String end(VrrpPeer first, VrrpPeer second, boolean wasActive) {
        boolean firstGone = isGone(first);
        boolean secondGone = isGone(second);
        if (firstGone && secondGone) {
            return "";
        }
        if (!firstGone && !secondGone) {
            return first.node().title() + " and " + second.node().title()
                    + " are no pair any more, without a heartbeat: each has an address of its own";
        }
        VrrpPeer gone = firstGone ? first : second;
        VrrpPeer left = firstGone ? second : first;
        String was = gone.node().isDown() ? "down" : wasActive ? "active" : "the standby";
        return left.node().title() + (left.node().isDown() ? ", which is down," : "") + " has the address alone: "
                + gone.node().title() + ", which was " + was + ", was removed";
    }

    static boolean isGone(VrrpPeer peer) {
        return peer.node().index == NodeComponent.GONE;
    }
}
