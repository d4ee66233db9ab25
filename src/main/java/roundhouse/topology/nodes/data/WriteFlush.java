package roundhouse.topology.nodes.data;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * When a cache that writes back sends its store what was written.
 *
 * @param every all that is pending goes so often; null for not by the clock
 * @param batch so many writes go together; one less waits
 * @param delay a batch goes so long after its first write, however small it is; null for not before it is full
 * @param coalesce whether of several writes of a key only the last one goes
 */
public record WriteFlush(
        @Nullable Duration every, int batch, @Nullable Duration delay, boolean coalesce) {
    private static final Declarations<WriteFlush> DECLARED = Declarations.of(WriteFlush.class, "a flush");

    public static final Setting<WriteFlush, @Nullable Duration> EVERY = DECLARED.setting(
                    "every", WriteFlush::every, Types.optional(Types.milliseconds(), "not by the clock"))
            .says("Every", "All that is pending goes so often.")
            .usuallyMissing();
    public static final Setting<WriteFlush, Integer> BATCH = DECLARED.setting(
                    "batch", WriteFlush::batch, Types.whole(1, 1_000_000))
            .says("Batch", "So many writes go together.")
            .usually(1);
    public static final Setting<WriteFlush, @Nullable Duration> DELAY = DECLARED.setting(
                    "delay", WriteFlush::delay, Types.optional(Types.milliseconds(), "none"))
            .says("Delay", "A batch goes so long after its first write, however small it is.")
            .when("not by the clock", flush -> flush.every == null)
            .usuallyMissing();
    public static final Setting<WriteFlush, Boolean> COALESCE = DECLARED.setting(
                    "coalesce", WriteFlush::coalesce, Types.flag())
            .says("Coalesce", "Of several writes of a key only the last one goes.")
            .usually(true);

    public static final Settings<WriteFlush> SETTINGS = DECLARED.described(
                    "When a cache that writes back sends its store what was written.")
            .check(WriteFlush::check)
            .settings();
    /** Every second, all that is pending. */
    public static final WriteFlush EACH_SECOND = SETTINGS.usual().with(EVERY, Duration.ofSeconds(1));
    /** As files and forms have it. */
    public static final Type<WriteFlush> TYPE = new NestedType<>("flush", SETTINGS);

    private static void check(WriteFlush flush, Checks checks) {
        if (flush.every != null && flush.delay != null) {
            checks.wrong(
                    "delay",
                    "it has both \"every\" and \"delay\"; a period of the clock or a delay of each batch is allowed");
        }
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> WriteFlush with(Setting<WriteFlush, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }
}
