package roundhouse.workbench.inspector.figures;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where the figures of links come from. */
final class LinkOrigins {
    private static final String BY_COMMAND = "it is what somebody or the scenario did to the link";

    static final Origin RATE = Origin.of(
            "Requests that set out on the link, a second.",
            "requests that set out within the second / 1 s",
            "requests a second",
            "each request that set out towards the link's end; replies, checks and heartbeats left out",
            OriginSpan.LAST_SECOND,
            "Packets and their retransmission.",
            "theory is of nodes, and says the rate of the one that it leads to");
    static final Origin CONDITION = set("Which ways the link carries nothing.", "none");
    static final Origin LOSS = set("The part of what sets out that is lost.", "a share, 0 to 100 %");
    static final Origin DELAY =
            set("How much longer everything takes, and by chance up to how much more.", "time, added to the latency");
    static final Origin SINCE = set("When that began, on the run's clock.", "time since the start");
    static final Origin BREAKER = Origin.of(
            "Whether the breaker of that target lets requests through.",
            "closed; open after failures; half open when a few may try",
            "none",
            "answers and failures of that target",
            OriginSpan.NOW,
            "Breakers of other clients: each node has its own.",
            "it is a state and no number");

    private LinkOrigins() {}

    private static Origin set(String what, String unit) {
        return Origin.of(
                what,
                "as it was set",
                unit,
                "the command that did it",
                OriginSpan.SETTING,
                "Retransmission by TCP, which would hide some of it.",
                BY_COMMAND);
    }
}
