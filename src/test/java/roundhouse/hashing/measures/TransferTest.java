package roundhouse.hashing.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.Ring;

class TransferTest {
    private static final Ring FIVE = new Ring(Recordings.numbered(1, 1, 2, 1, 1), HashFunction.XXH3, 20);

    @Test
    void aTargetThatJoinsIsSentExactlyWhatItTakesOver() {
        Ring six = FIVE.with(Target.of("s5"));
        List<Transfer> transfers = Transfer.between(FIVE, six, 1);
        assertThat(transfers)
                .isNotEmpty()
                .allMatch(transfer -> transfer.receiver().equals("s5") && transfer.owned());
        checkAgainstReplicas(FIVE, six, 1);
        double share = transfers.stream().mapToDouble(Transfer::share).sum();
        long owned = new SplittableRandom(1)
                .longs(100_000)
                .filter(hash -> six.owner(hash) == 5)
                .count();
        // 5 standard deviations of 100,000 draws.
        assertThat(share).isCloseTo(owned / 1e5, org.assertj.core.data.Offset.offset(0.006));
    }

    @Test
    void withCopiesTheOneThatGivesUpTheStretchSendsIt() {
        Ring six = FIVE.with(Target.of("s5"));
        checkAgainstReplicas(FIVE, six, 3);
        for (Transfer transfer : Transfer.between(FIVE, six, 3)) {
            int[] before = new int[3];
            int[] after = new int[3];
            FIVE.replicas(transfer.upTo(), 3, before);
            six.replicas(transfer.upTo(), 3, after);
            int source = FIVE.indexOf(transfer.source());
            assertThat(before).contains(source);
            assertThat(after).doesNotContain(source);
        }
    }

    @Test
    void whenOneDiesItsKeysAreServedByWhoAlreadyHasThem() {
        Ring without = FIVE.down(2, true);
        List<Transfer> transfers = Transfer.between(FIVE, without, 2);
        assertThat(transfers).isNotEmpty().allSatisfy(transfer -> {
            assertThat(transfer.owned()).isFalse();
            assertThat(transfer.source()).isNotNull().isNotEqualTo("s2");
        });
        checkAgainstReplicas(FIVE, without, 2);
    }

    @Test
    void withoutCopiesWhatADeadTargetHadIsLost() {
        assertThat(Transfer.between(FIVE, FIVE.without(2), 1))
                .isNotEmpty()
                .allSatisfy(transfer -> assertThat(transfer.source()).isNull());
    }

    @Test
    void nothingChangedMeansNothingSent() {
        assertThat(Transfer.between(FIVE, FIVE, 3)).isEmpty();
    }

    @Test
    void theFirstTargetOfARingTakesAllOfIt() {
        Ring empty = new Ring(List.of(), HashFunction.XXH3, 1);
        List<Transfer> transfers = Transfer.between(empty, empty.with(Target.of("a")), 2);
        assertThat(transfers).hasSize(1);
        assertThat(transfers.getFirst().share()).isEqualTo(1);
        assertThat(transfers.getFirst().source()).isNull();
    }

    /** For random hashes, the listed receivers are just those replicas that were none before. */
    private static void checkAgainstReplicas(Ring before, Ring after, int copies) {
        List<Transfer> transfers = Transfer.between(before, after, copies);
        new SplittableRandom(7).longs(5_000).forEach(hash -> {
            List<String> had = names(before, hash, copies);
            List<String> expected = names(after, hash, copies).stream()
                    .filter(name -> !had.contains(name))
                    .toList();
            List<String> receivers = transfers.stream()
                    .filter(transfer ->
                            Long.compareUnsigned(hash - transfer.after() - 1, transfer.upTo() - transfer.after() - 1)
                                    <= 0)
                    .map(Transfer::receiver)
                    .toList();
            assertThat(receivers).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    private static List<String> names(Ring ring, long hash, int copies) {
        int[] targets = new int[copies];
        int count = ring.replicas(hash, copies, targets);
        return Arrays.stream(targets, 0, count)
                .mapToObj(target -> ring.targets().get(target).name())
                .toList();
    }

    @Test
    void movementSaysFromWhomToWhom() {
        Ring six = FIVE.with(Target.of("s5"));
        long[] hashes = new SplittableRandom(3).longs(10_000).toArray();
        Movement movement = Movement.between(FIVE, six, hashes);
        int moved = (int) IntStream.range(0, hashes.length)
                .filter(i -> FIVE.owner(hashes[i]) != six.owner(hashes[i]))
                .count();
        assertThat(movement.moved()).isEqualTo(moved).isPositive();
        assertThat(movement.flows()).allMatch(flow -> flow.to().equals("s5"));
        assertThat(movement.flows().stream().mapToInt(Movement.Flow::keys).sum())
                .isEqualTo(moved);
        assertThat(movement.least()).isCloseTo(10_000 / 7.0, org.assertj.core.data.Offset.offset(1e-6));
        Movement back = Movement.between(six, FIVE, hashes);
        assertThat(back.flows()).allMatch(flow -> flow.from().equals("s5"));
        assertThat(back.moved()).isEqualTo(moved);
    }
}
