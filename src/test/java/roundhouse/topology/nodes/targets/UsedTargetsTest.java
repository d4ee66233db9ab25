package roundhouse.topology.nodes.targets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.zones.ZoneRule;
import roundhouse.topology.types.TypeTrial;

/** Which targets a balancer uses: those of its zone first or not, one backup or all. */
final class UsedTargetsTest {
    private final TypeTrial<ZonePreference> zones = new TypeTrial<>(ZonePreference.TYPE);
    private final TypeTrial<BackupUse> backups = new TypeTrial<>(BackupUse.TYPE);

    @Test
    void eachPreferenceHasItsRule() {
        assertThat(ZonePreference.OFF.rule()).isNull();
        assertThat(zones.read("\"off\"").rule()).isNull();
        assertThat(zones.read("\"prefer-same-zone\"").rule()).isEqualTo(new ZoneRule.SameZone());
        assertThat(zones.read("\"envoy\"").rule()).isEqualTo(new ZoneRule.Envoy(6, 100));
        assertThat(zones.read("{ \"type\": \"envoy\", \"min-cluster-size\": 3, \"routing-enabled\": 50 }")
                        .rule())
                .isEqualTo(new ZoneRule.Envoy(3, 50));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "off"
            "prefer-same-zone"
            "envoy"
            { "type": "envoy", "min-cluster-size": 0 }
            { "type": "envoy", "routing-enabled": 50 }
            """)
    void aPreferenceIsReadAsItIsWritten(String text) {
        assertThat(zones.written(zones.read(text))).isEqualTo(text);
        assertThat(zones.refusal(text)).isEmpty();
    }

    @Test
    void whatIsNoPreferenceSaysWhich() {
        assertThat(zones.refusal("\"local\""))
                .containsExactly("unknown zone-aware routing \"local\"; allowed are off, prefer-same-zone, envoy");
    }

    @ParameterizedTest
    @CsvSource({"all, ALL", "first, FIRST"})
    void backupsServeAllOrOneAfterTheOther(String word, BackupUse use) {
        assertThat(backups.read("\"" + word + "\"")).isEqualTo(use);
        assertThat(backups.written(use)).isEqualTo("\"" + word + "\"");
    }
}
