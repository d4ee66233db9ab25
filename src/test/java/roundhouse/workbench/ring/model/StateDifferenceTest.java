package roundhouse.workbench.ring.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.Placements;

class StateDifferenceTest {
    private final RingState before = RingState.sketch();

    private void says(RingState after, String words, String server) {
        assertThat(StateDifference.between(before, after)).isEqualTo(new StateDifference(words, server));
    }

    @Test
    void saysWhatHappenedToWhichServers() {
        says(before.without("s3"), "s3 removed", "s3");
        says(before.with(Target.of("s5")).with(Target.of("s6")), "s5, s6 added", "s5");
        says(before.down("s1", true), "s1 out of use", "s1");
        says(before.weighted("s2", 5), "weight of s2 from 2 to 5", "s2");
        says(before.without("s3").with(Target.of("s5")), "s3 removed, s5 added", "s3");
        assertThat(StateDifference.between(before.down("s1", true), before).words())
                .isEqualTo("s1 back in use");
    }

    @Test
    void manyServersAreCounted() {
        RingState after =
                before.down("s1", true).down("s2", true).down("s3", true).down("s4", true);
        says(after, "4 servers out of use", "s1");
    }

    @Test
    void saysHowKeysArePlacedOtherwise() {
        says(before.with(before.settings().withVirtualNodes(160)), "160 virtual nodes", "");
        says(before.with(before.settings().withReplicas(3)), "3 replicas", "");
        says(before.with(before.settings().withBalanceFactor(125)), "load bound 125 %", "");
        says(before.withToken("s1", 0, 5), "tokens moved", "");
        assertThat(StateDifference.between(before, before.with(before.settings().withKind(Placements.MODULO)))
                        .words())
                .startsWith("placement Hash mod N");
    }

    @Test
    void neverSaysNothingOfADifference() {
        RingState turned = new RingState(
                before.settings(),
                before.targets().stream()
                        .sorted(Comparator.comparing(Target::name).reversed())
                        .toList());
        assertThat(StateDifference.between(before, turned).words()).isNotEmpty();
        assertThat(StateDifference.between(before, before).words()).isEmpty();
    }
}
