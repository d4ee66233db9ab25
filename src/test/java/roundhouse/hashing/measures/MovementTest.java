package roundhouse.hashing.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Target;
import roundhouse.hashing.measures.Movement.Flow;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;

/** What of keys whose owners before and after are known has moved. */
class MovementTest {
    private static final int NONE = Placement.NONE;
    private static final Target A = Target.of("a");
    private static final Target B = Target.of("b");
    private static final Target C = Target.of("c");

    private static List<Integer> movedKeys(Movement movement) {
        return IntStream.range(0, movement.keys())
                .filter(movement::moved)
                .boxed()
                .toList();
    }

    @Test
    void targetsAreTheSameWhenTheirNamesAre() {
        // b is the first after, and c the second; a is gone.
        Movement movement =
                Movement.between(List.of(A, B, C), new int[] {0, 1, 1, 2, 2, NONE, NONE, 1}, List.of(B, C), new int[] {
                    0, 0, 1, 1, 0, NONE, 1, NONE
                });
        assertThat(movedKeys(movement)).containsExactly(0, 2, 4, 6, 7);
        assertThat(movement.moved()).isEqualTo(5);
        assertThat(movement.keys()).isEqualTo(8);
        assertThat(movement.flows())
                .containsExactly(
                        new Flow("", "c", 1),
                        new Flow("a", "b", 1),
                        new Flow("b", "", 1),
                        new Flow("b", "c", 1),
                        new Flow("c", "b", 1));
    }

    /** A key of one that is gone moved, even to where nobody owns it. */
    @Test
    void keysOfOneThatIsGoneMoved() {
        Movement movement = Movement.between(List.of(A, B), new int[] {0, 0}, List.of(B), new int[] {NONE, 0});
        assertThat(movement.moved()).isEqualTo(2);
        assertThat(movement.flows()).containsExactly(new Flow("a", "", 1), new Flow("a", "b", 1));
    }

    @Test
    void keysMoveToOneThatJoinedAndFromOneThatIsDown() {
        Movement joined = Movement.between(List.of(A, B), new int[] {0, 1}, List.of(A, B, C), new int[] {2, 0});
        assertThat(joined.flows()).containsExactly(new Flow("a", "c", 1), new Flow("b", "a", 1));
        Movement down =
                Movement.between(List.of(A, B), new int[] {0, 1}, List.of(A.withDown(true), B), new int[] {1, 1});
        assertThat(down.moved()).isEqualTo(1);
        assertThat(down.flows()).containsExactly(new Flow("a", "b", 1));
        Movement up = Movement.between(List.of(A.withDown(true), B), new int[] {1, 1}, List.of(A, B), new int[] {0, 1});
        assertThat(up.moved()).isEqualTo(1);
        assertThat(up.flows()).containsExactly(new Flow("b", "a", 1));
    }

    @Test
    void targetsOfOneNameAreTakenInTheirOrder() {
        Movement same = Movement.between(List.of(A, A, B), new int[] {0, 1, 2}, List.of(A, A, B), new int[] {0, 1, 2});
        assertThat(same.moved()).isZero();
        Movement fewer = Movement.between(List.of(A, A, B), new int[] {0, 1, 2}, List.of(A, B), new int[] {0, 0, 1});
        assertThat(movedKeys(fewer)).containsExactly(1);
    }

    @Test
    void theLeastIsWhatTheSharesThatShrinkLose() {
        int[] keys = new int[120];
        assertThat(Movement.between(List.of(A, B), keys, List.of(A, B, C), keys).least())
                .isCloseTo(40, within(1e-9));
        assertThat(Movement.between(List.of(A, B, C), keys, List.of(A, B), keys).least())
                .isCloseTo(40, within(1e-9));
        assertThat(Movement.between(List.of(A, B), keys, List.of(A.withWeight(3), B), keys)
                        .least())
                .isCloseTo(30, within(1e-9));
        assertThat(Movement.between(List.of(A, B), keys, List.of(B, A), keys).least())
                .isZero();
    }

    @Test
    void flowsComeByNumberOfKeysAndThenInTheOrderOfTheTargets() {
        Movement movement =
                Movement.between(List.of(A, B, C), new int[] {0, 1, 1, 2, NONE, 0, 2, 1}, List.of(A, B, C), new int[] {
                    1, 0, 0, 0, 2, 0, NONE, 2
                });
        assertThat(movement.flows())
                .containsExactly(
                        new Flow("b", "a", 2),
                        new Flow("", "c", 1),
                        new Flow("a", "b", 1),
                        new Flow("b", "c", 1),
                        new Flow("c", "", 1),
                        new Flow("c", "a", 1));
    }

    @Test
    void asManyKeysBeforeAsAfter() {
        Placement one = PlacementSettings.of(Placements.RENDEZVOUS).create(List.of(A));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Movement.between(one, new long[2], one, new long[3]))
                .withMessageContaining("2 keys before and 3 after");
    }

    @Test
    void aTallyCountsAsAMovementDoes() {
        Placement before = PlacementSettings.of(Placements.RENDEZVOUS).create(List.of(A, B, C));
        Placement after = before.without(1);
        Tally tally = new Tally(before, after);
        List<String> keys = Recordings.nginxKeys();
        keys.forEach(key -> tally.add(key.getBytes(StandardCharsets.UTF_8)));
        Movement movement = Movement.between(before, after, keys);
        assertThat(tally.keys()).isEqualTo(keys.size());
        assertThat(tally.moved()).isEqualTo(movement.moved()).isPositive();
        assertThat(tally.least()).isCloseTo(movement.least(), within(1e-9)).isPositive();
        assertThat(tally.before()).isSameAs(before);
        int[] owned = new int[3];
        keys.forEach(key -> owned[before.owner(key)]++);
        assertThat(tally.balance().keys()).isEqualTo(owned);
    }

    @Test
    void aTallyCountsKeysThatNobodyOwned() {
        Placement nobody = PlacementSettings.of(Placements.RENDEZVOUS).create(List.of());
        Tally tally = new Tally(nobody, nobody.with(A));
        tally.add(new byte[] {1});
        assertThat(tally.moved()).isEqualTo(1);
        assertThat(tally.balance().keys()).isEmpty();
        Tally away = new Tally(nobody.with(A), nobody);
        away.add(new byte[] {1});
        assertThat(away.moved()).isEqualTo(1);
        assertThat(away.balance().keys()).containsExactly(1);
    }

    @Test
    void balanceIsAgainstTheWeightsOfThoseThatCanOwnKeys() {
        List<Target> targets = List.of(A, B.withWeight(3), C.withDown(true), Target.of("d", 0));
        Balance balance = Balance.of(targets, new int[] {40, 60, 0, 0});
        assertThat(balance.fair()).containsExactly(25, 75, 0, 0);
        assertThat(balance.maxOverMean()).isCloseTo(1.6, within(1e-12));
        // 1.6 and 0.8 are off by 0.6 and 0.2.
        assertThat(balance.deviation()).isCloseTo(Math.sqrt((0.36 + 0.04) / 2), within(1e-12));
    }

    @Test
    void withoutKeysOrTargetsThereIsNothingToBalance() {
        assertThat(Balance.of(List.of(A, B), new int[2]).maxOverMean()).isZero();
        assertThat(Balance.of(List.of(A, B), new int[2]).deviation()).isZero();
        assertThat(Balance.of(List.of(), new int[0]).deviation()).isZero();
        assertThat(Balance.of(PlacementSettings.of(Placements.RING).create(List.of()), new long[] {1, 2})
                        .keys())
                .isEmpty();
    }
}
