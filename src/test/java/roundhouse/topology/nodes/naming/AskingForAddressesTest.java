package roundhouse.topology.nodes.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.naming.OrderType;
import roundhouse.naming.ResolverSettings;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** Whom users ask for an address, and how long who keeps it. */
final class AskingForAddressesTest {
    private final RecordTrial<Resolvers> settings = new RecordTrial<>(Resolvers.SETTINGS);
    private final TypeTrial<Resolvers> values = new TypeTrial<>(Resolvers.TYPE);
    private final TypeTrial<AddressKeeping> keeping = new TypeTrial<>(AddressKeeping.TYPE);

    @Test
    void aHundredResolversLikeUnboundAreUsual() {
        assertThat(Resolvers.USUAL)
                .isEqualTo(new Resolvers(
                        100,
                        0,
                        false,
                        OrderType.ZONE,
                        Duration.ZERO,
                        Duration.ofDays(1),
                        false,
                        false,
                        Duration.ofSeconds(2),
                        null,
                        null));
        assertThat(Resolvers.USUAL.caching()).isEqualTo(ResolverSettings.UNBOUND);
        assertThat(values.read("7")).isEqualTo(Resolvers.USUAL.with(Resolvers.COUNT, 7));
        assertThat(values.written(Resolvers.USUAL)).isEqualTo("100");
    }

    @Test
    void resolversLikeDnsmasqGiveNothingWithATtlOfZero() {
        Resolvers dnsmasq = settings.read(
                "{ \"like\": \"dnsmasq\", \"min-ttl\": \"5s\", \"max-ttl\": \"60s\", \"prefetch\": true }");
        assertThat(dnsmasq.caching()).isEqualTo(new ResolverSettings(5, 60, false, true, false));
        assertThat(settings.read("{ \"serve-stale\": true }").caching())
                .isEqualTo(new ResolverSettings(0, 86_400, true, false, true));
    }

    @Test
    void isReadAsItIsWritten() {
        String text =
                "{ \"count\": 3, \"exponent\": 1.5, \"like\": \"dnsmasq\", \"order\": \"bind-random\", \"min-ttl\": \"5s\","
                        + " \"max-ttl\": \"1min\", \"prefetch\": true, \"serve-stale\": true, \"timeout\": \"1s\", \"keep\": \"30s\","
                        + " \"next-address\": \"250ms\" }";
        assertThat(settings.written(settings.read(text))).isEqualTo(text);
        assertThat(settings.refusal(text)).isEmpty();
        assertThat(settings.read(text).keep()).isEqualTo(AddressKeeping.JDK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "min-ttl": "61s", "max-ttl": "1min" | /min-ttl it: min-ttl is 61s and max-ttl 60s; the first may not be the greater
            "min-ttl": "1500ms"                 | /min-ttl it: min-ttl is 1500ms; whole seconds are allowed
            "count": 0                          | /count "count" is 0; a whole number from 1 to 100,000 is allowed
            "like": "bind"                      | /like unknown resolver "bind"; allowed are unbound, dnsmasq
            """)
    void whatDoesNotDoIsRefused(String text, String reason) {
        assertThat(settings.refusal("{ " + text + " }")).containsExactly(reason);
    }

    @Test
    void theShortestAndTheLongestTtlMayBeOne() {
        assertThat(settings.refusal("{ \"min-ttl\": \"60s\", \"max-ttl\": \"1min\" }"))
                .isEmpty();
    }

    @Test
    void aClientKeepsAnAddressForEverWhereNothingIsSaid() {
        AddressKeeping usual = new AddressKeeping(null, Duration.ofSeconds(10), Duration.ZERO);
        assertThat(keeping.read("{}")).isEqualTo(usual);
        assertThat(keeping.written(usual)).isEqualTo("{}");
        assertThat(keeping.read("\"30s\""))
                .as("the JDK")
                .isEqualTo(AddressKeeping.JDK)
                .isEqualTo(new AddressKeeping(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO));
        assertThat(AddressKeeping.JDK.with(AddressKeeping.STALE, Duration.ofHours(1)))
                .isEqualTo(new AddressKeeping(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofHours(1)));
    }

    @ParameterizedTest
    @EnumSource
    void ordersAreChosenByTheirNames(OrderType order) {
        TypeTrial<OrderType> orders = new TypeTrial<>(OrderChoice.TYPE);
        assertThat(orders.read("\"" + order.key() + "\"")).isEqualTo(order);
        assertThat(orders.written(order)).isEqualTo("\"" + order.key() + "\"");
        assertThat(OrderChoice.TYPE.allowed())
                .isEqualTo(String.join(
                        ", ", Stream.of(OrderType.values()).map(OrderType::key).toList()));
    }
}
