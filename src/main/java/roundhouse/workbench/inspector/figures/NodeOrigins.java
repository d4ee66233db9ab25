package roundhouse.workbench.inspector.figures;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.analysis.queueing.Quantity;

/** Where the figures come from that every node has. */
final class NodeOrigins {
    private static final String COUNTED = "a count has no closed form; the rate it comes from has";

    static final Origin ROLE = Origin.of(
            "Which part it has in its pair of balancers.",
            "the state of its VRRP election",
            "none",
            "heartbeats that came, and those that were missed",
            OriginSpan.NOW,
            "Announcements of other protocols than VRRP.",
            "it is a state and no number");
    static final Origin RATE = Origin.of(
                    "Requests that came in, a second.",
                    "requests that came in within the second / 1 s",
                    "requests a second",
                    "each request that came in: sent by clients, handled by balancers, received by servers; health checks left out",
                    OriginSpan.LAST_SECOND,
                    "Packets and their retransmission.",
                    "")
            .against(Quantity.RATE);
    static final Origin IN_FLIGHT = there(
                    "Requests that are there now, waiting ones included.",
                    "requests that came in − requests that left",
                    "Connections in the operating system's backlog.",
                    "")
            .against(Quantity.IN_FLIGHT);
    static final Origin HANGING = there(
            "Requests that were sent there and lost, and that their senders wait for still.",
            "requests lost − those that were given up",
            "Retransmission by TCP, which would bring some back.",
            "what is lost follows from crashes and cuts, not from a queue");
    static final Origin QUEUE = there(
                    "Requests that wait for a core now, and health checks that do so among them.",
                    "requests there − requests in service − requests in calls",
                    "The scheduler of an operating system: a core serves one request to its end.",
                    "")
            .against(Quantity.QUEUE);
    static final Origin IN_CALLS = there(
            "Requests that wait for calls made for them, and hold a worker.",
            "requests whose calls have not ended",
            "Threads, their memory and their switching.",
            "times in calls depend on other nodes");
    static final Origin UTILISATION = Origin.of(
                    "The part of the cores' time in which they were busy.",
                    "ρ = busy core time / (cores × 1 s)",
                    "a share, 0 to 100 %",
                    "the busy time of each core, of requests and of health checks",
                    OriginSpan.LAST_SECOND,
                    "The operating system's own work, caches of the processor, and hyper-threads.",
                    "")
            .against(Quantity.UTILISATION);
    static final Origin P50 = latency("half of", "50");
    static final Origin P99 =
            latency("99 % of", "99").against(Quantity.MEAN_LATENCY, Quantity.P99_LATENCY, Quantity.P50_LATENCY);
    static final Origin ARRIVED = counted("Requests that came in.", "all that came in");
    static final Origin OK = counted("Requests that ended well.", "those answered as asked");
    static final Origin BAD = counted(
            "Requests that were refused, rejected or failed here.",
            "those refused, rejected or failed; timeouts apart");
    static final Origin TIMED_OUT =
            counted("Requests whose sender gave up waiting.", "those without an answer within their timeout");
    static final Origin COST = cost(
            "What it costs an hour as things are.",
            "price an hour + prices for what it uses now",
            "its price",
            OriginSpan.NOW);
    static final Origin COST_OF_ALL = cost(
            "What all nodes cost an hour as things are.",
            "∑ what each costs an hour",
            "the prices of all nodes",
            OriginSpan.NOW);
    static final Origin COST_OF_MILLION = cost(
            "What a million requests cost so far.",
            "cost so far / requests so far × 1,000,000",
            "each request, the prices of all nodes",
            OriginSpan.SINCE_START);
    static final Origin MEMBER = Origin.of(
            "One of those that this node stands for: its rate, requests in flight and utilisation.",
            "as those of a single server",
            "requests a second, requests, a share",
            "each request that came to that one",
            OriginSpan.LAST_SECOND,
            "As for a single server.",
            "the figures of several together have one each, and no closed form is worked out for a member");

    private NodeOrigins() {}

    /** So many requests, at this instant. */
    private static Origin there(String what, String formula, String notModelled, String noTheory) {
        return Origin.of(what, formula, "requests", "each such request", OriginSpan.NOW, notModelled, noTheory);
    }

    private static Origin cost(String what, String formula, String prices, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                "money",
                prices + ", and what is used of what is paid by use",
                span,
                "Discounts, minimum terms and taxes.",
                "it follows from prices and not from a queue");
    }

    private static Origin latency(String part, String percent) {
        return Origin.of(
                        "The latency that " + part
                                + " the requests did not exceed: round trip for clients and balancers, the whole stay for servers.",
                        "the smallest time t with at least " + percent
                                + " % of the samples ≤ t, by buckets a few per cent wide",
                        "time",
                        "each request that ended well there within the second",
                        OriginSpan.LAST_SECOND,
                        "Garbage collection, packet loss and TCP's own delays.",
                        "")
                .against(Quantity.MEAN_LATENCY, Quantity.P50_LATENCY, Quantity.P99_LATENCY);
    }

    private static Origin counted(String what, String inputs) {
        return Origin.of(
                what,
                "one for each",
                "requests",
                inputs,
                OriginSpan.SINCE_START,
                "Requests that people would not have sent because the system was slow before.",
                COUNTED);
    }
}
