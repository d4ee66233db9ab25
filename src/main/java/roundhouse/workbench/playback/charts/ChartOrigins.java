package roundhouse.workbench.playback.charts;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where what charts show comes from. Each point is of a span of the run; the warm-up is shown, too. */
final class ChartOrigins {
    private static final String WHOLE =
            "it is of the whole system; a server's own figures are compared in its inspector";
    private static final String BY_KEYS =
            "what keys were read when decides it; a cache's theory stands in its inspector";
    private static final String BY_MESSAGES =
            "it depends on the order of messages, for which there is no closed form here";
    private static final String KEYS = "The values themselves: only their keys, versions and sizes are there.";
    private static final String DISKS = "Disks that lose what they said they had, and members that lie.";

    static final Origin THROUGHPUT = of(
            "Requests of all clients that ended well.",
            "requests of the span / its length",
            "requests a second",
            "each request that ended well",
            "Packets and their retransmission.",
            WHOLE);
    static final Origin LATENCY = of(
            "The round trips that half, 95 % and 99 % of the requests did not exceed.",
            "the smallest time that so many samples do not exceed",
            "time",
            "each request that ended well in the span",
            "Garbage collection, packet loss and TCP's own delays.",
            WHOLE);
    static final Origin ERRORS = of(
            "The part of the requests that certainly went wrong, and beside it the part of which nobody knows.",
            "those / all that ended in the span",
            "a share, 0 to 100 %",
            "each request that ended",
            "Requests that people send again by hand.",
            WHOLE);
    static final Origin IN_FLIGHT = of(
            "Requests there, or hanging there, at the end of each span.",
            "requests that came − requests that left",
            "requests",
            "each request at the first servers",
            "Connections in the operating system's backlog.",
            WHOLE);
    static final Origin COST = of(
            "What all nodes cost an hour.",
            "∑ prices at the end of the span",
            "money an hour",
            "the prices of all nodes, and what is used of what is paid by use",
            "Discounts, minimum terms and taxes.",
            "it follows from prices and not from a queue");
    static final Origin HIT_RATIO = of(
            "The part of the lookups that each cache answered.",
            "hits / (hits + misses) in the span",
            "a share, 0 to 100 %",
            "each lookup",
            KEYS,
            BY_KEYS);
    static final Origin DIRTY = of(
            "Entries that no store has.", "written − sent on", "entries", "each write behind a cache", KEYS, BY_KEYS);
    static final Origin STALE = of(
            "Reads that gave a value of which there was a newer one.",
            "those / all reads of the span",
            "a share, 0 to 100 %",
            "each read",
            KEYS,
            BY_KEYS);
    static final Origin DATABASES = of(
            "Reads and writes that came to databases.",
            "those of the span / its length",
            "a second",
            "each read and write there",
            KEYS,
            BY_KEYS);
    static final Origin GONE = of(
            "Entries that caches lost, by why.",
            "those of the span / its length",
            "entries a second",
            "each entry that was evicted, expired or taken out",
            KEYS,
            BY_KEYS);

    private ChartOrigins() {}

    /** Of a chart about the members of stores. */
    static Origin ofStores(String what, String unit) {
        return of(
                what,
                "counted or measured in each span, of each store",
                unit,
                "each read, write and message of its members",
                DISKS,
                BY_MESSAGES);
    }

    private static Origin of(
            String what, String formula, String unit, String inputs, String notModelled, String noTheory) {
        return Origin.of(what, formula, unit, inputs, OriginSpan.SINCE_START, notModelled, noTheory);
    }
}
