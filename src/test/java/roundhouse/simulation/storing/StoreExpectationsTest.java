package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.storing.StoreSystems.at;
import static roundhouse.simulation.storing.StoreSystems.cutOff;
import static roundhouse.simulation.storing.StoreSystems.run;
import static roundhouse.simulation.storing.StoreSystems.three;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Units;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;

/** Expectations about stores are judged by what happens. */
class StoreExpectationsTest {
    private static List<Verdict> verdicts(Topology topology, String... expectations) {
        List<Expectation> parsed = Arrays.stream(expectations)
                .map(text -> switch (Expectation.parse(text)) {
                    case Units.Parsed.Value<Expectation>(Expectation expectation) -> expectation;
                    case Units.Parsed.Wrong<Expectation>(String reason) ->
                        throw new AssertionError(text + ": " + reason);
                })
                .toList();
        return run(topology.withExpect(parsed), 30).report().verdicts();
    }

    private static Topology parted(Topology topology) {
        return at(at(topology, 10, cutOff()), 20, new Command.Heal(true));
    }

    @Test
    void whoIsCutOffIsNotAnsweredAndTheOthersAre() {
        assertThat(verdicts(
                        parted(three(ConsensusReplication.SETTINGS.usual())),
                        "availability of clients-a < 5% during 11s..19s",
                        "availability of clients-a > 99% during 2s..9s",
                        "availability of clients-c > 95% during 14s..19s",
                        "availability > 50%",
                        "time without leader of orders < 4s",
                        "elections of orders <= 1",
                        "lost acknowledged writes of orders = 0"))
                .hasSize(7)
                .allMatch(verdict -> verdict instanceof Verdict.Met);
        assertThat(verdicts(
                        parted(three(ConsensusReplication.SETTINGS.usual())),
                        "availability of clients-a > 50% during 11s..19s"))
                .allMatch(verdict -> verdict instanceof Verdict.Missed);
    }

    @Test
    void lagIsTheWayFromThePrimary() {
        assertThat(verdicts(
                        three(PrimaryReplication.SETTINGS.usual()),
                        "p50 replication lag of orders < 12ms",
                        "p50 replication lag of orders > 10ms",
                        "max replication lag of orders < 20ms",
                        "writes behind of orders < 20"))
                .hasSize(4)
                .allMatch(verdict -> verdict instanceof Verdict.Met);
    }

    @Test
    void hintsAreKeptAndDelivered() {
        assertThat(verdicts(
                        parted(three(LeaderlessReplication.SETTINGS
                                .usual()
                                .with(LeaderlessReplication.R, QuorumSize.of(1))
                                .with(LeaderlessReplication.W, QuorumSize.of(1)))),
                        "hints kept of orders > 100",
                        "hints delivered of orders > 100",
                        "availability of orders > 99%",
                        "conflicts of orders = 0"))
                .hasSize(4)
                .allMatch(verdict -> verdict instanceof Verdict.Met);
    }
}
