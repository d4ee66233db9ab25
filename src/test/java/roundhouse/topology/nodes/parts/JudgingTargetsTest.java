package roundhouse.topology.nodes.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.routing.Failure;
import roundhouse.topology.nodes.parts.Health.Active;
import roundhouse.topology.nodes.parts.Health.Ejection;
import roundhouse.topology.nodes.parts.Health.Passive;
import roundhouse.topology.nodes.parts.Health.Probe;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** How targets are judged, and how the two of a pair hear of each other. */
final class JudgingTargetsTest {
    private final RecordTrial<Health> health = new RecordTrial<>(Health.SETTINGS);
    private final RecordTrial<Heartbeat> heartbeats = new RecordTrial<>(Heartbeat.SETTINGS);

    @Test
    void nobodyIsJudgedWhereNothingIsSaid() {
        assertThat(Health.NONE).isEqualTo(new Health(null, null, null, 0, Duration.ZERO));
        assertThat(health.shown(Health.NONE)).containsExactly("checks", "passive", "ejection", "breaker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"checks\": {}",
                "\"passive\": {}",
                "\"ejection\": {}",
                "\"panic\": 50",
                "\"slow-start\": \"30s\"",
                "\"breaker\": {}"
            })
    void aFormShowsPanicAndSlowStartWhereAnythingIsSaid(String text) {
        assertThat(health.shown(health.read("{ " + text + " }"))).contains("panic", "slow-start");
        assertThat(health.written(health.read("{ " + text + " }"))).isEqualTo("{ " + text + " }");
    }

    @Test
    void checksComeAndGoBesideTheRest() {
        Health panicking = new Health(null, null, null, 50, Duration.ZERO);
        Active checks = Active.SETTINGS.usual();
        assertThat(panicking.checking(checks)).isEqualTo(new Health(checks, null, null, 50, Duration.ZERO));
        assertThat(panicking.checking(checks).checking(null)).isEqualTo(panicking);
    }

    @Test
    void eachWayOfJudgingCountsAsItsProgramDoes() {
        assertThat(Active.SETTINGS.usual())
                .as("HAProxy")
                .isEqualTo(new Active(Probe.REQUEST, Duration.ofSeconds(2), Duration.ofSeconds(1), 3, 2, null, null));
        assertThat(Passive.SETTINGS.usual())
                .as("nginx")
                .isEqualTo(new Passive(1, Duration.ofSeconds(10), Failure.NGINX));
        assertThat(Ejection.SETTINGS.usual())
                .as("Envoy")
                .isEqualTo(new Ejection(
                        5,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5),
                        10,
                        false,
                        5,
                        100,
                        1.9));
    }

    @ParameterizedTest
    @CsvSource({"1s, 2", "255s, 2", "1500ms, 3", "10ms, 3", "999ms, 3"})
    void whereNoVersionOfVrrpIsSaidItIsTheOneWithSuchAnInterval(String interval, int version) {
        assertThat(heartbeats.read("{ \"interval\": \"" + interval + "\" }").vrrp())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({"2s, 3, 3", "2s, 2, 2", "100ms, 3, 3"})
    void aVersionThatIsSaidIsMeant(String interval, int said, int version) {
        String text = "{ \"interval\": \"" + interval + "\", \"version\": " + said + " }";
        assertThat(heartbeats.read(text).vrrp()).isEqualTo(version);
        assertThat(heartbeats.refusal(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1s, 2", "255s, 2", "10ms, 3", "40950ms, 3", "1s, 3"})
    void aVersionTakesItsIntervals(String interval, int version) {
        assertThat(heartbeats.refusal("{ \"interval\": \"" + interval + "\", \"version\": " + version + " }"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            256s    | 2 | version 2 of VRRP has intervals of whole seconds from 1s to 255s, not 256s; version 3 has hundredths of a second
            1500ms  | 2 | version 2 of VRRP has intervals of whole seconds from 1s to 255s, not 1500ms; version 3 has hundredths of a second
            40960ms | 3 | version 3 of VRRP has intervals of whole hundredths of a second from 10ms to 40.95s, not 40960ms
            15ms    | 3 | version 3 of VRRP has intervals of whole hundredths of a second from 10ms to 40.95s, not 15ms
            """)
    void aVersionTakesNoOtherIntervals(String interval, int version, String reason) {
        assertThat(heartbeats.refusal("{ \"interval\": \"" + interval + "\", \"version\": " + version + " }"))
                .containsExactly("/version it: " + reason);
    }

    @Test
    void trueIsAHeartbeatAsUsual() {
        TypeTrial<Heartbeat> values = new TypeTrial<>(Heartbeat.TYPE);
        assertThat(values.read("true")).isEqualTo(new Heartbeat(Duration.ofSeconds(1), 3));
        assertThat(values.readOrNull("false")).isNull();
        assertThat(values.written(Heartbeat.DEFAULT)).isEqualTo("true");
    }

    @Test
    void aBalancerOfAPairHasPriority100AndTakesTheAddressBack() {
        assertThat(VrrpSettings.DEFAULT).isEqualTo(new VrrpSettings(100, true));
        RecordTrial<VrrpSettings> pair = new RecordTrial<>(VrrpSettings.SETTINGS);
        assertThat(pair.checked(new VrrpSettings(255, true))).isEmpty();
        assertThat(pair.checked(new VrrpSettings(256, true))).hasSize(1);
    }
}
