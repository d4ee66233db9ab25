package roundhouse.analysis.origins;

import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.expectations.Statistic;

/** Where the figures come from that files expect something of and reports give. */
public final class ExpectationOrigins {
    private static final String SHORT = "Garbage collection, packet loss and TCP's own delays.";
    private static final String COUNTED =
            "Requests that people would not have sent because the system was slow before.";
    private static final String JUDGED = "it is judged against what was asked of it";

    private ExpectationOrigins() {}

    /** Of what is expected; of a part of the run, where it says one. */
    public static Origin of(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Bound bound ->
                bound.during() == null ? of(bound.figure()) : during(of(bound.figure()), bound.during());
            case Expectation.Takeover takeover ->
                Origin.of(
                        "How long after each crash of " + takeover.crashed() + " " + takeover.node()
                                + " had the shared address; the longest counts.",
                        "time of the takeover − time of the crash",
                        "time",
                        "each crash",
                        OriginSpan.SINCE_START,
                        "How long neighbours keep the old hardware address.",
                        JUDGED);
            case Expectation.Convergence convergence ->
                Origin.of(
                        "How long after each partition all members of " + convergence.store()
                                + " had the same; the longest counts.",
                        "time of the last difference − end of the partition",
                        "time",
                        "each partition that ended",
                        OriginSpan.SINCE_START,
                        "Disks that lose what they said they had, and members that lie.",
                        JUDGED);
            case Expectation.Promise promise ->
                Origin.of(
                        "Whether all that " + promise.store() + " was asked and answered keeps the promise to be "
                                + promise.check() + ".",
                        "a search for an order of all operations that keeps it",
                        "none",
                        "each read and write of the store",
                        OriginSpan.SINCE_START,
                        "Clients that talk to each other beside the store.",
                        JUDGED);
        };
    }

    private static Origin during(Origin of, Expectation.Window window) {
        return new Origin(
                of.what(),
                of.formula(),
                of.unit(),
                of.inputs() + "; of " + window.text() + " only",
                of.span(),
                of.notModelled(),
                of.compared(),
                of.noTheory());
    }

    /** Of a figure. */
    public static Origin of(Figure figure) {
        String what = figure.meaning();
        return switch (figure) {
            case Figure.Latency(Statistic statistic) ->
                timed(
                        what,
                        statistic,
                        "each request that ended well",
                        "round trips go through several nodes, whose times are not independent; a server's own has one in the inspector");
            case Figure.Wait(Statistic statistic) ->
                timed(
                        what,
                        statistic,
                        "each request that was served",
                        "of a server, the inspector compares its queue and its latency with theory");
            case Figure.DataLatency(Statistic statistic, boolean _) ->
                timed(
                        what,
                        statistic,
                        "each such read or write that ended well",
                        "what caches hold decides it; their theory stands in the report");
            case Figure.StaleAge(Statistic statistic) ->
                timed(what, statistic, "each stale read", "writes and reads of keys decide it");
            case Figure.ReplicationLag(Statistic statistic) ->
                timed(what, statistic, "each write at each other member", "it depends on the order of messages");
            case Figure.Queue(Statistic statistic) -> level(what, statistic);
            case Figure.InFlight(Statistic statistic) -> level(what, statistic);
            case Figure.Utilization _ ->
                Origin.of(
                        what,
                        "busy core time / core time",
                        "a share, 0 to 100 %",
                        "the busy time of each core, of requests and of health checks",
                        OriginSpan.SINCE_WARM_UP,
                        "The operating system's own work, caches of the processor, and hyper-threads.",
                        "the inspector of a server compares it with the utilisation law");
            case Figure.Throughput _ ->
                Origin.of(
                        what,
                        "requests that ended well / measured time",
                        "requests a second",
                        "each request that ended well",
                        OriginSpan.SINCE_WARM_UP,
                        COUNTED,
                        "what comes in is a setting, and what is refused follows from all nodes");
            case Figure.Cost _ ->
                Origin.of(
                        what,
                        "∑ price × what is paid for",
                        "money an hour, or for a million requests",
                        "the prices of all nodes, and what is used of what is paid by use",
                        OriginSpan.SINCE_START,
                        "Discounts, minimum terms and taxes.",
                        "it follows from prices and not from a queue");
            case Figure.Ended _, Figure.Requests _, Figure.LostSessions _, Figure.MissedSessions _ ->
                counted(what, "each request, or session, that it says", "it follows from what all nodes do together");
            case Figure.Data _ ->
                counted(
                        what,
                        "each read, write and message of data",
                        "what keys were read when decides it; a cache's theory stands in the report");
            case Figure.Naming _ ->
                counted(
                        what,
                        "each lookup of the name, and each request to an address that it gave",
                        "no queue describes what clients keep");
            case Figure.Limiting _ ->
                counted(
                        what,
                        "each request that came to a limit",
                        "limits lose requests by rules, not by a queue's law");
            case Figure.Group _ ->
                counted(
                        what,
                        "each change of the group's size",
                        "a group follows its load with delays, for which there is no closed form");
        };
    }

    private static Origin timed(String what, Statistic statistic, String inputs, String noTheory) {
        return Origin.of(
                what,
                statistic.key()
                        + " of all samples; a percentile is the smallest time that so many of them do not exceed",
                "time",
                inputs,
                OriginSpan.SINCE_WARM_UP,
                SHORT,
                noTheory);
    }

    private static Origin level(String what, Statistic statistic) {
        return Origin.of(
                what,
                statistic == Statistic.MEAN ? "∑ requests × time so many / time" : "the most at any time",
                "requests",
                "each request that comes and leaves",
                OriginSpan.SINCE_WARM_UP,
                "Connections in the operating system's backlog.",
                "the inspector of a server compares its mean with theory");
    }

    private static Origin counted(String what, String inputs, String noTheory) {
        return Origin.of(
                what,
                "one for each; a share is of all of their kind",
                "a count or a share",
                inputs,
                OriginSpan.SINCE_START,
                COUNTED,
                noTheory);
    }
}
