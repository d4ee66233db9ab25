package roundhouse.simulation.observing.stores;

import roundhouse.metrics.Latencies;
import roundhouse.simulation.components.replication.ReplicationFigures;

/** Durations that are recorded of a replicated store, after the warm-up. */
public enum StoreDuration {
    STALE_AGE("stale-age", "Stale age", "For how long a newer value had been known when an old one was given."),
    LAG(
            "replication-lag",
            "Replication lag",
            "How long writes took from the leader to each other member, or where nobody leads from where a key's newest was first to each other replica of it.");

    private final String key;
    private final String label;
    private final String meaning;

    StoreDuration(String key, String label, String meaning) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
    }

    public Latencies of(ReplicationFigures figures) {
        return switch (this) {
            case STALE_AGE -> figures.staleAges;
            case LAG -> figures.lag;
        };
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
}
