package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.BalancerProfile;

class ProfileTest {
    private static final String SYSTEM = """
            { "format": 1, "name": "Profiled", "duration": "5s",
              "nodes": [
                { "id": "c", "kind": "clients", "arrivals": { "type": "constant", "rate": "1000/s" }, "tls": true },
                { "id": "lb", "kind": "load-balancer", %s },
                { "id": "s", "kind": "server", "cores": 64, "service": "%s", "queue": "unbounded", "tls-handshake": "0s" } ],
              "links": [ { "from": "c", "to": "lb", "latency": "0s" }, { "from": "lb", "to": "s", "latency": "0s" } ] }
            """;

    private static ReadResult read(String settings, String service) {
        return TopologyFile.parse(SYSTEM.formatted(settings, service));
    }

    private static Topology topology(String settings, String service) {
        return ((ReadResult.Read) read(settings, service)).topology();
    }

    private static LoadBalancer balancer(Topology topology) {
        return (LoadBalancer) topology.node("lb").orElseThrow();
    }

    private static Report run(Topology topology) {
        Run run = Run.of(topology);
        run.runUntil(topology.duration().toNanos());
        return run.report();
    }

    /** What a profile says is what holds, a file says otherwise, and is not written. */
    @ParameterizedTest
    @EnumSource(BalancerProfile.class)
    void itsFiguresAreTheUsualOnes(BalancerProfile profile) {
        Topology topology = topology("\"profile\": \"" + profile.key() + "\"", "1ms");
        LoadBalancer balancer = balancer(topology);
        assertThat(balancer.layer()).isEqualTo(profile.layer());
        assertThat(balancer.cores()).isEqualTo(profile.cores());
        assertThat(balancer.cost()).isEqualTo(profile.cost());
        assertThat(balancer.latency()).isEqualTo(profile.latency());
        assertThat(balancer.atOnce()).isEqualTo(profile.atOnce());
        assertThat(balancer.price()).isEqualTo(profile.price());
        assertThat(Objects.requireNonNull(balancer.price()).text()).isNotEqualTo("0/h");
        assertThat(profile.source()).contains("Assumed");
        String text = TopologyFile.format(topology);
        assertThat(text).contains("\"profile\": \"" + profile.key() + "\"").doesNotContain("at-once");
        assertThat(((ReadResult.Read) TopologyFile.parse(text)).topology()).isEqualTo(topology);
        LoadBalancer own =
                balancer(topology("\"profile\": \"" + profile.key() + "\", \"cores\": 3, \"price\": \"1/h\"", "1ms"));
        assertThat(own.cores()).isEqualTo(3);
        assertThat(Objects.requireNonNull(own.price()).perHour()).isEqualTo(1);
    }

    @Test
    void choosingAnotherChangesWhatWasAsTheFormerHadIt() {
        LoadBalancer software = balancer(topology("\"profile\": \"software\", \"cores\": 3", "1ms"));
        var field = LoadBalancer.SETTINGS.fields(software, "").stream()
                .filter(each -> each.key().equals("profile"))
                .findFirst()
                .orElseThrow();
        LoadBalancer cloud =
                ((Units.Parsed.Value<LoadBalancer>) field.write().apply(software, "cloud-layer-4")).value();
        assertThat(cloud.layer()).isEqualTo(4);
        assertThat(cloud.cores()).isEqualTo(3);
        assertThat(cloud.cost()).isEqualTo(Duration.ofNanos(2_000));
        assertThat(Objects.requireNonNull(cloud.price()).text()).isEqualTo("aws-nlb");
    }

    /** A request takes the latency of its balancer, its cost there, and its service. */
    @ParameterizedTest
    @EnumSource(BalancerProfile.class)
    void passingItTakesItsTime(BalancerProfile profile) {
        Report report = run(topology("\"profile\": \"" + profile.key() + "\"", "1ms"));
        double expected = 1e6 + profile.latency().toNanos() + profile.cost().toNanos();
        assertThat(report.latency().meanNanos()).isCloseTo(expected, within(expected * 0.01));
    }

    /** 4 cores make 1,399 handshakes of 2.86 ms a second. */
    @Test
    void softwareIsOverwhelmedByHandshakes() {
        String software = "\"profile\": \"software\", \"tls\": \"terminate\"";
        assertThat(run(topology(software, "1ms")).nodes().get("lb").utilization())
                .isCloseTo(1_000 * (2.86e-3 + 31.4e-6) / 4, within(0.01));
        Topology twice = ((ReadResult.Read)
                        TopologyFile.parse(SYSTEM.formatted(software, "1ms").replace("1000/s", "2000/s")))
                .topology();
        assertThat(run(twice).nodes().get("lb").utilization()).isGreaterThan(0.99);
        Topology appliance = ((ReadResult.Read) TopologyFile.parse(
                        SYSTEM.formatted("\"profile\": \"hardware-appliance\", \"tls\": \"terminate\"", "1ms")
                                .replace("1000/s", "2000/s")))
                .topology();
        assertThat(run(appliance).nodes().get("lb").utilization())
                .isCloseTo(2_000 * (150e-6 + 8e-6) / 12, within(0.002));
    }

    /** 1,000 a second that stay 100 ms are a hundred at once. */
    @Test
    void moreAtOnceThanItBearsAreRejected() {
        Report report = run(topology("\"at-once\": 50", "100ms"));
        long rejected = report.outcomes().get(Outcome.REJECTED);
        assertThat((double) rejected / report.requests()).isCloseTo(0.36, within(0.15));
        assertThat(report.nodes().get("lb").inFlight().max()).isEqualTo(50);
        assertThat(run(topology("\"at-once\": 200", "10ms")).outcomes().get(Outcome.REJECTED))
                .isZero();
    }

    @Test
    void withDirectReturnNoAnswerIsPaidByItsBytes() {
        String price = ", \"price\": \"1000/GB\"";
        assertThat(Objects.requireNonNull(run(topology("\"profile\": \"ipvs-direct-return\"" + price, "1ms"))
                                .cost())
                        .total())
                .isZero();
        assertThat(Objects.requireNonNull(run(topology("\"profile\": \"cloud-layer-4\"" + price, "1ms"))
                                .cost())
                        .total())
                .isCloseTo(5.12, within(0.05));
    }

    @Test
    void withDirectReturnItReadsNothing() {
        assertThat(read("\"profile\": \"ipvs-direct-return\", \"tls\": \"terminate\"", "1ms"))
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .extracting(Problem::message)
                                .asString()
                                .contains("with direct return only requests pass it"));
        assertThat(read("\"profile\": \"ipvs-direct-return\", \"layer\": 7", "1ms"))
                .isInstanceOf(ReadResult.Refused.class);
    }
}
