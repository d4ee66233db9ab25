package roundhouse.simulation.observing.figures;

import java.util.function.Function;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.DataReport.Tier;
import roundhouse.simulation.observing.Report.Latency;

/** Durations that a report has about data, after the warm-up: of the whole system, and those of requests by where they ended. */
public enum DataDuration {
    READ("read-latency", "Read", "Round trips of reads.", DataReport::readLatency, Tier::readLatency),
    WRITE("write-latency", "Write", "Round trips of writes.", DataReport::writeLatency, Tier::writeLatency),
    STALE_AGE(
            "stale-age",
            "Stale age",
            "For how long there had been a newer value when an old one was read.",
            DataReport::staleAge,
            _ -> Latency.NONE);

    private final String key;
    private final String label;
    private final String meaning;
    private final Function<DataReport, Latency> ofAll;
    private final Function<Tier, Latency> ofTier;

    DataDuration(
            String key,
            String label,
            String meaning,
            Function<DataReport, Latency> ofAll,
            Function<Tier, Latency> ofTier) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
        this.ofAll = ofAll;
        this.ofTier = ofTier;
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }

    /** The name for people, before that of a percentile. */
    public String label() {
        return label;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is told by where requests ended. */
    public boolean isOfTiers() {
        return this != STALE_AGE;
    }

    public Latency of(DataReport data) {
        return ofAll.apply(data);
    }

    /** Of those that ended there. */
    public Latency of(Tier tier) {
        return ofTier.apply(tier);
    }
}
