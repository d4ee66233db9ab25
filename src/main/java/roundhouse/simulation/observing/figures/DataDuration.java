package roundhouse.simulation.observing.figures;

import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.DataReport.Tier;
import roundhouse.simulation.observing.Report.Latency;

/** Durations that a report has about data, after the warm-up: of the whole system, and those of requests by where they ended. */
public enum DataDuration {
    READ("read-latency", "Read", "Round trips of reads."),
    WRITE("write-latency", "Write", "Round trips of writes."),
    STALE_AGE("stale-age", "Stale age", "For how long there had been a newer value when an old one was read.");

    private final String key;
    private final String label;
    private final String meaning;

    DataDuration(String key, String label, String meaning) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
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
        return switch (this) {
            case READ -> data.readLatency();
            case WRITE -> data.writeLatency();
            case STALE_AGE -> data.staleAge();
        };
    }

    /** Of those that ended there. */
    public Latency of(Tier tier) {
        return switch (this) {
            case READ -> tier.readLatency();
            case WRITE -> tier.writeLatency();
            case STALE_AGE -> Latency.NONE;
        };
    }
}
