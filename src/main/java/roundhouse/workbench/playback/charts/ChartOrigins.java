package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where what charts show comes from. Each point is of a span of the run; the warm-up is shown, too. */
public final class ChartOrigins {
    private static final String WHOLE = text("playback.it-is-of-the-whole");
    private static final String BY_KEYS = text("playback.what-keys-were-read-when");
    private static final String BY_MESSAGES = text("playback.it-depends-on-the-order");
    private static final String KEYS = text("playback.the-values-themselves-only-their");
    private static final String DISKS = text("playback.disks-that-lose-what-they");

    static final Origin THROUGHPUT = of(
            text("playback.requests-of-all-clients-that"),
            text("playback.requests-of-the-span-its"),
            text("playback.requests-a-second"),
            text("playback.each-request-that-ended-well"),
            text("playback.packets-and-their-retransmission"),
            WHOLE);
    static final Origin LATENCY = of(
            text("playback.the-round-trips-that-half"),
            text("playback.the-smallest-time-that-so"),
            "time",
            text("playback.each-request-that-ended-well-in"),
            text("playback.garbage-collection-packet-loss-and"),
            WHOLE);
    static final Origin ERRORS = of(
            text("playback.the-part-of-the-requests"),
            text("playback.those-all-that-ended-in"),
            "a share, 0 to 100 %",
            text("playback.each-request-that-ended"),
            text("playback.requests-that-people-send-again"),
            WHOLE);
    static final Origin IN_FLIGHT = of(
            text("playback.requests-there-or-hanging-there"),
            text("playback.requests-that-came-requests-that"),
            "requests",
            text("playback.each-request-at-the-first"),
            text("playback.connections-in-the-operating-systems"),
            WHOLE);
    static final Origin COST = of(
            text("playback.what-all-nodes-cost-an"),
            text("playback.prices-at-the-end-of"),
            text("playback.money-an-hour"),
            text("playback.the-prices-of-all-nodes"),
            text("playback.discounts-minimum-terms-and-taxes"),
            text("playback.it-follows-from-prices-and"));
    /** Of the heat map. */
    public static final Origin LATENCIES_OVER_TIME =
            latencies(text("playback.heat-origin"), text("playback.heat-formula"));

    public static final Origin LATENCIES =
            latencies(text("playback.histogram-origin"), text("playback.histogram-formula"));
    static final Origin HIT_RATIO = of(
            text("playback.the-part-of-the-lookups"),
            text("playback.hits-hits-misses-in-the"),
            "a share, 0 to 100 %",
            text("playback.each-lookup"),
            KEYS,
            BY_KEYS);
    static final Origin DIRTY = of(
            text("playback.entries-that-no-store-has"),
            text("playback.written-sent-on"),
            "entries",
            text("playback.each-write-behind-a-cache"),
            KEYS,
            BY_KEYS);
    static final Origin STALE = of(
            text("playback.reads-that-gave-a-value"),
            text("playback.those-all-reads-of-the"),
            "a share, 0 to 100 %",
            text("playback.each-read"),
            KEYS,
            BY_KEYS);
    static final Origin DATABASES = of(
            text("playback.reads-and-writes-that-came"),
            text("playback.those-of-the-span-its"),
            "a second",
            text("playback.each-read-and-write-there"),
            KEYS,
            BY_KEYS);
    static final Origin GONE = of(
            text("playback.entries-that-caches-lost-by"),
            text("playback.those-of-the-span-its"),
            text("playback.entries-a-second"),
            text("playback.each-entry-that-was-evicted"),
            KEYS,
            BY_KEYS);

    private ChartOrigins() {}

    /** Of a chart about the members of stores. */
    static Origin ofStores(String what, String unit) {
        return of(
                what,
                text("playback.counted-or-measured-in-each"),
                unit,
                text("playback.each-read-write-and-message"),
                DISKS,
                BY_MESSAGES);
    }

    private static Origin latencies(String what, String formula) {
        return of(
                what,
                formula,
                "requests",
                text("playback.each-request-that-ended-well-in"),
                text("playback.garbage-collection-packet-loss-and"),
                WHOLE);
    }

    /** Of a figure of every node. */
    public static Origin ofNodes(String what, String formula, String unit) {
        return of(
                what,
                formula,
                unit,
                text("playback.each-request-at-the-node"),
                text("playback.connections-in-the-operating-systems"),
                text("playback.a-node-is-compared-in-its-inspector"));
    }

    private static Origin of(
            String what, String formula, String unit, String inputs, String notModelled, String noTheory) {
        return Origin.of(what, formula, unit, inputs, OriginSpan.SINCE_START, notModelled, noTheory);
    }
}
