package roundhouse.topology.nodes.guarding;

import org.jspecify.annotations.Nullable;
import roundhouse.limits.LimiterType;
import roundhouse.topology.types.ChoiceType;

/** What a limit does: one of the rate limiters, or something else. */
public enum LimitKind {
    LEAKY_BUCKET(LimiterType.LEAKY_BUCKET),
    TOKEN_BUCKET(LimiterType.TOKEN_BUCKET),
    GUAVA(LimiterType.GUAVA),
    GUAVA_WARMING_UP(LimiterType.GUAVA_WARMING_UP),
    FIXED_WINDOW(LimiterType.FIXED_WINDOW),
    SLIDING_WINDOW(LimiterType.SLIDING_WINDOW),
    SLIDING_LOG(LimiterType.SLIDING_LOG),
    GCRA(LimiterType.GCRA),
    HAPROXY_RATE(LimiterType.HAPROXY_RATE),
    RESILIENCE4J(LimiterType.RESILIENCE4J),
    CONCURRENCY("concurrency", "lets so many be here at once, as nginx's limit_conn"),
    SHED("shed", "turns away while so many requests are at the node, whoever they are of"),
    PRIORITY("priority", "gives a class in the node's queue, as HAProxy's set-priority-class, and turns nobody away"),
    DENY("deny", "turns away"),
    ALLOW("allow", "lets through, past all limits that follow");

    private final String key;
    private final String sentence;
    private final @Nullable LimiterType limiter;

    LimitKind(LimiterType limiter) {
        this.key = limiter.key();
        this.sentence = limiter.sentence();
        this.limiter = limiter;
    }

    LimitKind(String key, String sentence) {
        this.key = key;
        this.sentence = sentence;
        this.limiter = null;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** The rate limiter; null for what limits no rate. */
    public @Nullable LimiterType limiter() {
        return limiter;
    }

    /** Whether it counts for each key by itself. */
    public boolean isKeyed() {
        return limiter != null || this == CONCURRENCY;
    }

    /** Whether it counts what goes on at once. */
    public boolean countsAtOnce() {
        return this == CONCURRENCY || this == SHED;
    }

    /** Whether it turns requests away. */
    public boolean turnsAway() {
        return this != ALLOW && this != PRIORITY;
    }

    static ChoiceType<LimitKind> type() {
        ChoiceType<LimitKind> choice = new ChoiceType<>("type of limit");
        for (LimitKind kind : values()) {
            choice.or(
                    kind,
                    kind.key,
                    kind.key,
                    Character.toUpperCase(kind.sentence.charAt(0)) + kind.sentence.substring(1) + ".");
        }
        return choice;
    }
}
