package roundhouse.topology.nodes.naming;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * How clients keep addresses themselves, as {@code InetAddress} of the JDK does: whatever the TTL of the record.
 *
 * @param ttl how long an answer is kept, networkaddress.cache.ttl; null for ever
 * @param negative how long it is kept that there is no address, networkaddress.cache.negative.ttl
 * @param stale how long an old answer goes on when asking anew fails, networkaddress.cache.stale.ttl
 */
public record AddressKeeping(@Nullable Duration ttl, Duration negative, Duration stale) {
    private static final Declarations<AddressKeeping> DECLARED =
            Declarations.of(AddressKeeping.class, "an address cache");

    public static final Setting<AddressKeeping, @Nullable Duration> TTL = DECLARED.setting(
                    "ttl", AddressKeeping::ttl, Types.optional(Types.positiveDuration(), "for ever"))
            .says("Kept for", "How long a client keeps an answer, whatever its TTL; the JDK: 30 s. Missing: for ever.")
            .usuallyMissing();
    public static final Setting<AddressKeeping, Duration> NEGATIVE = DECLARED.setting(
                    "negative", AddressKeeping::negative, Types.duration())
            .says("Negative for", "How long a client keeps that there is no address, or that nobody could be asked.")
            .usually(Duration.ofSeconds(10));
    public static final Setting<AddressKeeping, Duration> STALE = DECLARED.setting(
                    "stale", AddressKeeping::stale, Types.duration())
            .says("Stale for", "How long an old answer goes on when asking anew fails.")
            .usually(Duration.ZERO);

    public static final Settings<AddressKeeping> SETTINGS = DECLARED.described(
                    "Clients keep addresses themselves, as the JDK does.")
            .settings();
    public static final Type<AddressKeeping> TYPE = new NestedType<>("address-cache", SETTINGS).orJust(TTL);

    /** The JDK 17 and 25 if nothing is said. */
    public static final AddressKeeping JDK = SETTINGS.usual().with(TTL, Duration.ofSeconds(30));

    /** The same with one setting changed. */
    public <V extends @Nullable Object> AddressKeeping with(Setting<AddressKeeping, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }
}
