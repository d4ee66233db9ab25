package roundhouse.naming;

import java.util.Arrays;
import java.util.Optional;

/** By what rule a name server chooses the addresses of a name that it answers with. */
public enum AnswerType {
    ROUND_ROBIN(
            "round-robin",
            "Round robin",
            "All of them, turned as the order says, so that each comes first in its turn."),
    RANDOM("random", "Random", "All of them, mixed anew for each answer as BIND does by default."),
    WEIGHTED("weighted", "Weighted", "One of them, by the weights of the links: Route 53's weighted records."),
    GEOGRAPHIC(
            "geographic", "Geographic", "Those in the region of the resolver that asks, or in the one nearest to it."),
    LATENCY("latency", "By latency", "The one that the users of the resolver that asks reach soonest."),
    FAILOVER("failover", "Failover", "The first that is well, in the order of the links.");

    private final String key;
    private final String title;
    private final String sentence;

    AnswerType(String key, String title, String sentence) {
        this.key = key;
        this.title = title;
        this.sentence = sentence;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<AnswerType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key.equals(key)).findFirst();
    }
}
