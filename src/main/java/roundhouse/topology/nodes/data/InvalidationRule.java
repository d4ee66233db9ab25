package roundhouse.topology.nodes.data;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * A message to every cache that may hold what was written: it goes to the caches over the links, from the store backwards.
 *
 * @param delay how long a message waits before it sets out
 * @param loss the part of the messages that never arrive, 0 to 1
 * @param batch messages set out together so often; null for each by itself
 */
public record InvalidationRule(
        Distribution delay, double loss, @Nullable Duration batch) {
    private static final Declarations<InvalidationRule> DECLARED =
            Declarations.of(InvalidationRule.class, "an invalidation");

    public static final Setting<InvalidationRule, Distribution> DELAY = DECLARED.setting(
                    "delay", InvalidationRule::delay, Distribution.TYPE)
            .says("Delay", "How long a message waits before it sets out, the links' latencies apart.")
            .usually(new Distribution.Fixed(Duration.ZERO));
    public static final Setting<InvalidationRule, Double> LOSS = DECLARED.setting(
                    "loss", InvalidationRule::loss, Types.share())
            .says("Loss", "What part of the messages never arrives, 0 to 1.")
            .usually(0.0);
    public static final Setting<InvalidationRule, @Nullable Duration> BATCH = DECLARED.setting(
                    "batch", InvalidationRule::batch, Types.optional(Types.milliseconds(), "each by itself"))
            .says("Batch", "Messages set out together so often.")
            .usuallyMissing();

    public static final Settings<InvalidationRule> SETTINGS = DECLARED.described(
                    "A message to every cache that may hold what was written.")
            .settings();
    /** As files and forms have it; {@code true} is at once and without loss. */
    public static final Type<InvalidationRule> TYPE =
            new NestedType<>("invalidation", SETTINGS).orTrue(SETTINGS.usual());
}
