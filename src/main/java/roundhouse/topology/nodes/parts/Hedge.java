package roundhouse.topology.nodes.parts;

import java.time.Duration;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * Sends a second attempt of a request that has no reply yet, and takes whichever reply is first (Dean and Barroso, "The Tail at
 * Scale", 2013).
 *
 * <p>Hedges are attempts beside those that {@link Retries} allows; a retry begins when no attempt is under way any more.
 *
 * @param after how long the first attempt may take
 * @param most further attempts at most, each so long after the last
 */
public record Hedge(Duration after, int most) {
    private static final Declarations<Hedge> DECLARED = Declarations.of(Hedge.class, "hedging");

    public static final Setting<Hedge, Duration> AFTER = DECLARED.setting(
                    "after", Hedge::after, Types.positiveDuration())
            .says("Hedge after", "How long an attempt may take until the next is sent; near the p95 is usual.")
            .required("\"50ms\"", Duration.ofMillis(50));
    public static final Setting<Hedge, Integer> MOST = DECLARED.setting("most", Hedge::most, Types.whole(1, 10))
            .says("Most hedges", "Further attempts of a request, each so long after the last.")
            .usually(1);

    public static final Settings<Hedge> SETTINGS = DECLARED.described(
                    "A request without a reply is sent once more, and whichever reply is first counts.")
            .settings();
    /** As files and forms have it. */
    public static final Type<Hedge> TYPE = new NestedType<>("hedge", SETTINGS);
}
