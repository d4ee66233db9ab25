package roundhouse.topology.nodes.parts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * What keeps a client on the target it was first given. By address or header the balancer remembers it in a stick table of its own,
 * at layer 7 from the reply on; a cookie is kept by the client and names the target, so that it outlives the balancer.
 *
 * @param header which header, for stickiness by header; null otherwise
 * @param life how long an unused entry of the table lives; null for ever
 * @param size entries the table holds, with the room for requests that have not been answered
 * @param whenFull what a full table does
 */
public record Sticky(
        By by, @Nullable String header, @Nullable Duration life, int size, WhenFull whenFull) {
    public enum By {
        OFF("off"),
        ADDRESS("address"),
        /** Layer 7 only. */
        COOKIE("cookie"),
        /** Layer 7 only. */
        HEADER("header");

        private final String key;

        By(String key) {
            this.key = key;
        }

        /** Its name in files. */
        public String key() {
            return key;
        }

        /** Whether the balancer remembers clients in a table of its own. */
        boolean hasTable() {
            return this == ADDRESS || this == HEADER;
        }
    }

    /** What a full table does with a new client. */
    public enum WhenFull {
        /** Forgets the entry that was unused for longest. */
        PURGE,
        /** Does not remember the new one. */
        KEEP
    }

    private static final Declarations<Sticky> DECLARED = Declarations.of(Sticky.class, "stickiness");
    private static final String IN_A_TABLE = "by address or header";

    public static final Setting<Sticky, By> BY = DECLARED.setting(
                    "by",
                    Sticky::by,
                    new ChoiceType<By>("stickiness")
                            .or(By.OFF, By.OFF.key, "Off", "Each pick is free.")
                            .or(
                                    By.ADDRESS,
                                    By.ADDRESS.key,
                                    "By address",
                                    "A client's address stays with its first target.")
                            .or(
                                    By.COOKIE,
                                    By.COOKIE.key,
                                    "By cookie",
                                    "A session stays with its first target; layer 7 only.")
                            .or(
                                    By.HEADER,
                                    By.HEADER.key,
                                    "By header",
                                    "A header's value stays with its first target; layer 7 only."))
            .says("Sticky sessions", "What keeps a client on the target it was first given.")
            .editedBy(Sticky::changed)
            .required("\"address\"", By.OFF);
    public static final Setting<Sticky, @Nullable String> HEADER = DECLARED.setting(
                    "header", Sticky::header, Types.optional(Types.line(), "none"))
            .says("Header", "The name of the header whose value is remembered.")
            .when("by header", sticky -> sticky.by == By.HEADER)
            .usuallyMissing();
    public static final Setting<Sticky, @Nullable Duration> LIFE = DECLARED.setting(
                    "life", Sticky::life, Types.optional(Types.positiveDuration(), "for ever"))
            .says("Entry life", "An entry of the stick table that is unused for so long is forgotten.")
            .when(IN_A_TABLE, sticky -> sticky.by.hasTable())
            .usuallyMissing();
    public static final Setting<Sticky, Integer> SIZE = DECLARED.setting(
                    "size", Sticky::size, Types.whole(1, 10_000_000))
            .says("Table size", "Entries the stick table holds.")
            .when(IN_A_TABLE, sticky -> sticky.by.hasTable())
            .usually(1_000_000);
    public static final Setting<Sticky, WhenFull> WHEN_FULL = DECLARED.setting(
                    "when-full",
                    Sticky::whenFull,
                    new ChoiceType<WhenFull>("rule for a full table")
                            .or(
                                    WhenFull.PURGE,
                                    "purge",
                                    "Purge the oldest",
                                    "Forgets the entry that was unused for longest.")
                            .or(WhenFull.KEEP, "keep", "Keep all", "Does not remember the new one."))
            .says("When full", "What a full stick table does with a new client.")
            .when(IN_A_TABLE, sticky -> sticky.by.hasTable())
            .usually(WhenFull.PURGE);

    public static final Settings<Sticky> SETTINGS = DECLARED.described(
                    "What keeps a client on the target it was first given.")
            .check(Sticky::check)
            .settings();
    /** As files and forms have it; what it goes by alone is all else as usual. */
    public static final Type<Sticky> TYPE = new NestedType<>("sticky", SETTINGS).orJust(BY);

    public static final Sticky OFF = of(By.OFF);

    public static Sticky of(By by) {
        return BY.with(SETTINGS.usual(), by);
    }

    /** Going by something else; a table keeps its settings where there is one before and after. */
    private static Sticky changed(Sticky before, By by) {
        Sticky base = by.hasTable() && before.by.hasTable() ? BY.with(before, by) : of(by);
        String header = before.header == null ? "x-user" : before.header;
        return HEADER.with(base, by == By.HEADER ? header : null);
    }

    private static void check(Sticky sticky, Checks checks) {
        if (sticky.by == By.HEADER && (sticky.header == null || sticky.header.isBlank())) {
            checks.wrong("header", "sticky by header needs \"header\", like \"x-user\"");
        } else if (sticky.by != By.HEADER && sticky.header != null) {
            checks.wrong("header", "sticky by " + sticky.by.key + " reads no header");
        }
        if (!sticky.by.hasTable() && !of(sticky.by).equals(HEADER.with(sticky, null))) {
            checks.wrong("by", "sticky by " + sticky.by.key + " has no table, so no life, size or rule for a full one");
        }
    }
}
