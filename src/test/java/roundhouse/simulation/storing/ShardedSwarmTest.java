package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.storing.ShardedSystems.MEMBERS;
import static roundhouse.simulation.storing.StoreSystems.at;
import static roundhouse.simulation.storing.StoreSystems.run;
import static roundhouse.simulation.storing.StoreSystems.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/**
 * Random sharded stores, of registers, siblings, counters and sets, of which members join, leave, crash and are cut off: what was
 * acknowledged is there in the end, everybody has it who should, and a run is the same however it is cut. A failure names its seed.
 */
class ShardedSwarmTest {
    private static final int TROUBLE_SECONDS = 12;
    private static final int SECONDS = 30;

    private static <T> T pick(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Topology system(SplittableRandom random, String conflicts) {
        int copies = 2 + random.nextInt(2);
        int writes = 1 + random.nextInt(copies);
        int reads = 1 + random.nextInt(copies);
        Topology system = ShardedSystems.five(
                ", \"n\": %d, \"r\": %d, \"w\": %d, \"conflicts\": \"%s\", \"anti-entropy\": \"1s\""
                        .formatted(copies, reads, writes, conflicts),
                pick(
                                random,
                                List.of(
                                        ", \"virtual-nodes\": 8",
                                        ", \"placement\": \"rendezvous\"",
                                        ", \"placement\": \"modulo\""))
                        + ", \"stream-rate\": " + pick(random, List.of(20_000, 1_000_000)),
                10);
        for (int second = 2; second < TROUBLE_SECONDS; second += 1 + random.nextInt(3)) {
            String member = pick(random, MEMBERS);
            system = switch (random.nextInt(6)) {
                case 0 -> at(system, second, new Command.Join("db-5"));
                case 1, 2 -> at(system, second, new Command.Leave(member));
                case 3 -> at(at(system, second, new Command.Crash(member)), second + 2, new Command.Recover(member));
                case 4 -> at(system, second, new Command.Join(member));
                default ->
                    conflicts.equals("last-write-wins")
                            ? system
                            : at(system, second, new Command.Clock(member, Duration.ofMillis(random.nextInt(3_000))));
            };
        }
        system = at(system, 4, parted(random));
        return at(system, TROUBLE_SECONDS, new Command.Heal(true));
    }

    private static Command parted(SplittableRandom random) {
        List<String> some = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            List<String> side = i == 1 || (i < 5 && random.nextBoolean()) ? some : others;
            side.add("db-" + i);
            if (i < 5) {
                side.add("web-" + i);
                side.add("users-" + i);
            }
        }
        return new Command.Partition(List.of(some, others));
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-write-wins", "siblings", "counter", "set"})
    void nothingAcknowledgedIsLostAndAllConverge(String conflicts) {
        for (long seed = 1; seed <= 3; seed++) {
            Topology system = system(new SplittableRandom(seed), conflicts);
            Run whole = run(system, SECONDS);
            StoreReport store = store(whole.report());
            assertThat(store.lostAcknowledgedWrites()).as("lost, seed %d", seed).isZero();
            assertThat(store.convergedNanos()).as("converged, seed %d", seed).isNotNull();
            assertThat(store.writes()).as("writes, seed %d", seed).isGreaterThan(100);
            assertThat(store.members().stream()
                            .mapToLong(StoreReport.Member::behind)
                            .sum())
                    .as("behind but for what is on its way, seed %d", seed)
                    .isLessThan(8);
            Run cut = run(system, TROUBLE_SECONDS);
            cut.report();
            cut.runUntil(SECONDS * 1_000_000_000L);
            assertThat(cut.digest()).as("digest, seed %d", seed).isEqualTo(whole.digest());
            assertThat(cut.report()).as("report, seed %d", seed).isEqualTo(whole.report());
        }
    }
}
