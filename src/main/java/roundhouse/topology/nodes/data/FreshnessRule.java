package roundhouse.topology.nodes.data;

import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** How a cache counts the age of what it holds. */
public enum FreshnessRule {
    EXACT,
    NGINX,
    VARNISH,
    SQUID,
    CAFFEINE;

    /** As files and forms have it. */
    public static final Type<FreshnessRule> TYPE = new ChoiceType<FreshnessRule>("rule of freshness")
            .or(EXACT, "exact", "Exact", "Fresh until its time to live is over, to the nanosecond.")
            .or(NGINX, "nginx", "nginx", "Whole seconds of the clock: N s last N to N + 1 s.")
            .or(VARNISH, "varnish", "Varnish", "Fractions of a second from the arrival of the answer.")
            .or(SQUID, "squid", "Squid", "Whole seconds of the clock: N s last N - 1 to N s.")
            .or(CAFFEINE, "caffeine", "Caffeine", "To the nanosecond, with a tolerance of a second for later writes.");
}
