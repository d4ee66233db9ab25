package roundhouse.cli.limiting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import roundhouse.limits.LimiterType;

/** The types {@code roundhouse limit} knows, and which words each of them takes. */
public final class LimiterOptions {
    static final String CONNECTIONS = "connections";
    static final String CIRCUIT_BREAKER = "circuit-breaker";
    static final String ENVOY_BREAKER = "envoy-breaker";

    private static final Map<String, Set<String>> KNOWN_BY = knownBy();

    private LimiterOptions() {}

    /** The names of all of them. */
    public static List<String> types() {
        List<String> names = new ArrayList<>(
                Arrays.stream(LimiterType.values()).map(LimiterType::key).toList());
        names.addAll(List.of(CONNECTIONS, CIRCUIT_BREAKER, ENVOY_BREAKER));
        return names;
    }

    private static Map<String, Set<String>> knownBy() {
        Map<String, Set<String>> rows = new TreeMap<>();
        rows.put("burst", of(LimiterType.LEAKY_BUCKET, LimiterType.TOKEN_BUCKET, LimiterType.GCRA));
        rows.put("nodelay", of(LimiterType.LEAKY_BUCKET));
        rows.put("delay", of(LimiterType.LEAKY_BUCKET));
        rows.put("intervally", of(LimiterType.TOKEN_BUCKET));
        rows.put("initial", of(LimiterType.TOKEN_BUCKET));
        rows.put("timeout", of(LimiterType.GUAVA, LimiterType.GUAVA_WARMING_UP, LimiterType.RESILIENCE4J));
        rows.put("warm-up", of(LimiterType.GUAVA_WARMING_UP));
        rows.put("cold-factor", of(LimiterType.GUAVA_WARMING_UP));
        rows.put("accepted-only", of(LimiterType.HAPROXY_RATE));
        for (String name : List.of("key", "shared")) {
            rows.put(name, new TreeSet<>(Set.of(LimiterType.LEAKY_BUCKET.key(), CONNECTIONS)));
        }
        for (String name : List.of("minimum", "failures", "slow", "slower-than", "in-a-row", "open-for", "trials")) {
            rows.put(name, Set.of(CIRCUIT_BREAKER));
        }
        for (String name : List.of("pending", "requests", "retries", "least-retries")) {
            rows.put(name, Set.of(ENVOY_BREAKER));
        }
        return rows;
    }

    private static Set<String> of(LimiterType... types) {
        Set<String> keys = new TreeSet<>();
        for (LimiterType type : types) {
            keys.add(type.key());
        }
        return keys;
    }

    /**
     * A word that would do nothing is a mistake of whoever wrote it.
     *
     * @throws IllegalArgumentException when there is one
     */
    static void check(String type, LimitText limit) {
        for (String word : limit.words().keySet()) {
            Set<String> types = KNOWN_BY.get(word);
            if (types == null) {
                List<String> allowed = KNOWN_BY.entrySet().stream()
                        .filter(row -> row.getValue().contains(type))
                        .map(Map.Entry::getKey)
                        .toList();
                throw new IllegalArgumentException(limit.says(word) + ": is no word; " + type + " knows "
                        + (allowed.isEmpty() ? "none" : String.join(", ", allowed)));
            }
            if (!types.contains(type)) {
                throw new IllegalArgumentException(
                        limit.says(word) + ": " + type + " does not know it; it is for " + String.join(", ", types));
            }
        }
        if (limit.has("nodelay") && limit.has("delay")) {
            throw new IllegalArgumentException(
                    limit.says("nodelay") + " and " + limit.says("delay") + ": allowed is one of them");
        }
        if (limit.has("shared") && limit.has("key")) {
            throw new IllegalArgumentException(
                    limit.says("shared") + " and " + limit.says("key") + ": allowed is one of them");
        }
    }
}
