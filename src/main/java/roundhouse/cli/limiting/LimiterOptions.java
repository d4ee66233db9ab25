package roundhouse.cli.limiting;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;
import roundhouse.limits.LimiterSettings;
import roundhouse.limits.LimiterType;

/** Which options of {@code roundhouse limit} a type of limiter knows. */
public final class LimiterOptions {
    private static final long MOST = 1_000_000;
    private static final Map<String, Set<LimiterType>> KNOWN_BY = knownBy();

    private LimiterOptions() {}

    private static Map<String, Set<LimiterType>> knownBy() {
        Map<String, Set<LimiterType>> rows = new TreeMap<>();
        rows.put("--burst", EnumSet.of(LimiterType.LEAKY_BUCKET, LimiterType.TOKEN_BUCKET, LimiterType.GCRA));
        rows.put("--nodelay", EnumSet.of(LimiterType.LEAKY_BUCKET));
        rows.put("--delay", EnumSet.of(LimiterType.LEAKY_BUCKET));
        rows.put("--intervally", EnumSet.of(LimiterType.TOKEN_BUCKET));
        rows.put("--timeout", EnumSet.of(LimiterType.GUAVA, LimiterType.GUAVA_WARMING_UP, LimiterType.RESILIENCE4J));
        rows.put("--warm-up", EnumSet.of(LimiterType.GUAVA_WARMING_UP));
        rows.put("--accepted-only", EnumSet.of(LimiterType.HAPROXY_RATE));
        return rows;
    }

    /**
     * An option that would do nothing is a mistake of whoever wrote it.
     *
     * @throws IllegalArgumentException when there is one
     */
    public static void check(LimiterType type, ParseResult given) {
        KNOWN_BY.forEach((option, types) -> {
            if (given.hasMatchedOption(option) && !types.contains(type)) {
                throw new IllegalArgumentException(option + ": " + type.key() + " does not know it; it is for "
                        + types.stream().map(LimiterType::key).collect(Collectors.joining(", ")));
            }
        });
    }

    /** @throws IllegalArgumentException when it is less than that, or more than a million */
    public static long whole(String option, @Nullable Long given, long least) {
        if (given == null) {
            return LimiterSettings.USUAL;
        }
        if (given < least || given > MOST) {
            throw new IllegalArgumentException(option + ": found " + given + "; allowed is " + least + " to " + MOST);
        }
        return given;
    }
}
