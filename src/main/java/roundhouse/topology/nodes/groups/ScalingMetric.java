package roundhouse.topology.nodes.groups;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a group's size follows, always for each of its servers. */
public enum ScalingMetric {
    /** Busy cores by the cores that each is taken to need, percent. */
    UTILIZATION("utilization", "%", 1, 1_000, "60%"),
    /** Requests that come in, a second. */
    REQUESTS("requests", "/s", 0.001, 10_000_000, "50/s"),
    /** Requests that wait for a core. */
    QUEUE("queue", "", 0.001, 1_000_000, "5");

    private final String key;
    private final String unit;
    private final double least;
    private final double most;
    private final String example;

    ScalingMetric(String key, String unit, double least, double most, String example) {
        this.key = key;
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.example = example;
    }

    /** As files have it. */
    public String key() {
        return key;
    }

    /** What stands behind an amount of it. */
    public String unit() {
        return unit;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** A target as it may be written. */
    String example() {
        return key + " " + example;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(ScalingMetric::key).toList();
    }

    static Optional<ScalingMetric> of(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
    }
}
