package roundhouse.topology.nodes.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.scaling.Price;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.prices.PriceCatalogue;
import roundhouse.topology.prices.PriceCatalogueFile;
import roundhouse.topology.types.TypeTrial;
import roundhouse.topology.types.Types;

/** The figures of load balancers as they can be had. */
final class BalancerProfileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "hardware-appliance, 7, 12, 8us, 150us, 50us, 10000000, 2.50/h, false",
        "software, 7, 4, 31400ns, 2860us, 100us, 100000, c5.xlarge, false",
        "cloud-layer-4, 4, 64, 2us, 2860us, 100us, unlimited, aws-nlb, false",
        "cloud-layer-7, 7, 64, 31400ns, 2860us, 1ms, unlimited, aws-alb, false",
        "ipvs-direct-return, 4, 2, 1us, 0s, 20us, 10000000, c5.large, true"
    })
    void hasItsFigures(
            String key,
            int layer,
            int cores,
            String cost,
            String handshake,
            String latency,
            String atOnce,
            String price,
            boolean direct) {
        BalancerProfile profile = new TypeTrial<>(BalancerProfile.TYPE).read('"' + key + '"');
        assertThat(profile.key()).isEqualTo(key);
        assertThat(profile.layer()).isEqualTo(layer);
        assertThat(profile.cores()).isEqualTo(cores);
        assertThat(Units.format(profile.cost())).isEqualTo(cost);
        assertThat(Units.format(profile.handshake())).isEqualTo(handshake);
        assertThat(Units.format(profile.latency())).isEqualTo(latency);
        assertThat(profile.atOnce()).isEqualTo(atOnce.equals("unlimited") ? Types.UNLIMITED : Integer.parseInt(atOnce));
        assertThat(profile.price().text()).isEqualTo(price);
        assertThat(profile.returnsDirectly()).isEqualTo(direct);
    }

    /** Each tells what is known from what is assumed. */
    @ParameterizedTest
    @EnumSource
    void saysWhereItsFiguresAreFrom(BalancerProfile profile) {
        assertThat(profile.source()).contains(" Assumed: ").endsWith(".");
        assertThat(profile.price().hourly(profile.cores())).isPositive();
    }

    @Test
    void costsNothingWhereACatalogueOfOnesOwnDoesNotHaveItsPrice() throws Exception {
        Path file = Files.writeString(folder.resolve("own.json"), """
                { "currency": "EUR", "lists": [] }
                """);
        PriceCatalogue before = PriceCatalogue.inUse();
        try {
            ((Parsed.Value<PriceCatalogue>) PriceCatalogueFile.read(file))
                    .value()
                    .use();
            assertThat(BalancerProfile.SOFTWARE.price()).isEqualTo(new Price("0/h", 0, 0, 0, 0, null));
            assertThat(BalancerProfile.HARDWARE_APPLIANCE.price().perHour()).isEqualTo(2.5);
        } finally {
            before.use();
        }
    }
}
