package roundhouse.storage.quorums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.kernel.RandomStream;

/** The model of probabilistically bounded staleness where each delay is known beforehand. */
class WarsTest {
    private static final double NEARLY = 1e-9;

    /** Its draws are at the median. */
    private static final RandomGenerator MEDIAN = () -> Long.MIN_VALUE;

    /** Takes the times one after the other, and then again from the first. */
    private static DelayLaw each(double... times) {
        int[] next = {0};
        return _ -> times[next[0]++ % times.length];
    }

    private static WarsSample one(int reads, int writes) {
        return new Wars(each(1, 10, 20), each(1, 2, 3), each(4, 3, 2), each(9, 5, 1), 0)
                .sample(3, reads, writes, 1, MEDIAN);
    }

    /** The write is at 1, 10 and 20, acknowledged at 2, 12 and 23; the read is answered by the last at 3, the others at 8 and 13. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 3, 2, 16",
        "1, 2, 3, 12, 6",
        "1, 3, 3, 23, -5",
        "2, 1, 8, 2, 5",
        "3, 1, 13, 2, -5",
        "2, 2, 8, 12, -5"
    })
    void aReadIsConsistentWhenOneOfTheReplicasItUsesHadTheWrite(
            int reads, int writes, double read, double write, double needed) {
        WarsSample sample = one(reads, writes);
        assertThat(sample.read(1)).isEqualTo(read);
        assertThat(sample.write(1)).isEqualTo(write);
        assertThat(sample.consistent(needed)).isEqualTo(1);
        assertThat(sample.consistent(needed - NEARLY)).isZero();
        assertThat(sample.visibility(1)).isEqualTo(Math.max(0, needed));
    }

    /** A message that goes elsewhere takes 75 more each way; one answer is near, for a second one must go there. */
    @Test
    void allReplicasButOneAreFar() {
        DelayLaw unit = _ -> 1;
        Wars wars = new Wars(unit, unit, unit, unit, 75);
        WarsSample quick = wars.sample(3, 1, 1, 6_000, new RandomStream(5));
        assertThat(quick.read(0.99)).isEqualTo(2);
        assertThat(quick.write(0.99)).isEqualTo(2);
        assertThat(quick.consistent(0)).as("who reads where the write was near").isEqualTo(1 / 3.0, within(0.03));
        assertThat(quick.visibility(0.99))
                .as("76 there, less 2 until the commit and 1 of the read")
                .isEqualTo(73);
        WarsSample slow = wars.sample(3, 2, 2, 1_000, new RandomStream(5));
        assertThat(slow.read(0.01)).isEqualTo(152);
        assertThat(slow.write(0.01)).isEqualTo(152);
        assertThat(slow.consistent(0)).as("quorums that overlap").isEqualTo(1);
    }

    /** Where what comes more has laws of its own, each kind of message has its own. */
    @Test
    void eachWayHasItsOwnDistance() {
        DelayLaw none = DelayLaw.NONE;
        Wars.Far far = new Wars.Far(_ -> 1, _ -> 10, _ -> 100, _ -> 1_000);
        WarsSample all = new Wars(none, none, none, none, far).sample(2, 2, 2, 10, new RandomStream(1));
        assertThat(all.write(1)).isEqualTo(11);
        assertThat(all.read(1)).isEqualTo(1_100);
    }

    private static WarsSample thresholds(double... values) {
        WarsSample sample = new WarsSample(values.length);
        for (int i = 0; i < values.length; i++) {
            sample.set(i, values[i], 10 * values[i], 100 * values[i]);
        }
        sample.sort();
        return sample;
    }

    /** The nearest rank: the least value that such a share does not exceed. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 1", "0.26, 2", "0.5, 2", "0.75, 3", "0.99, 4", "1, 4"})
    void quantilesAreOfTheNearestRank(double share, double expected) {
        WarsSample sample = thresholds(3, 1, 4, 2);
        assertThat(sample.visibility(share)).isEqualTo(expected);
        assertThat(sample.read(share)).isEqualTo(10 * expected);
        assertThat(sample.write(share)).isEqualTo(100 * expected);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0", "1, 0.25", "2.5, 0.5", "3, 0.75", "3.9, 0.75", "4, 1", "100, 1"})
    void theShareOfConsistentReadsGrowsWithTheTimeSinceTheCommit(double after, double share) {
        assertThat(thresholds(3, 1, 4, 2).consistent(after)).isEqualTo(share);
    }

    /** The time since the last write is exponential: it is below what a read needs with chance 1 - exp(-rate * needed). */
    @Test
    void staleReadsAreThoseSoonerAfterTheLastWriteThanTheyNeed() {
        double of = 1 - Math.exp(-0.5 * 3);
        assertThat(thresholds(3).stale(0.5)).isEqualTo(of, within(NEARLY));
        assertThat(thresholds(-7, 3).stale(0.5)).isEqualTo(of / 2, within(NEARLY));
        assertThat(thresholds(-7, -1).stale(0.5)).isZero();
    }

    @Test
    void theAgeOfStaleReadsIsThatOfTheLastWrite() {
        double of = 1 - Math.exp(-0.5 * 3);
        assertThat(thresholds(3).staleAge(0.5, 0.4)).isEqualTo(-Math.log(1 - 0.4 * of) / 0.5, within(NEARLY));
        assertThat(thresholds(-7, 3).staleAge(0.5, 0.4)).isEqualTo(-Math.log(1 - 0.4 * of) / 0.5, within(NEARLY));
        assertThat(thresholds(3).staleAge(0.5, 1)).isEqualTo(3, within(NEARLY));
        assertThat(thresholds(-7, -1).staleAge(0.5, 0.9)).isZero();
    }

    /** The median of each law by its closed formula. */
    @Test
    void delaysFollowTheirLaws() {
        assertThat(DelayLaw.exponential(4).draw(MEDIAN)).isEqualTo(Math.log(2) / 4, within(NEARLY));
        assertThat(DelayLaw.pareto(3, 2).draw(MEDIAN)).isEqualTo(3 * Math.sqrt(2), within(NEARLY));
        assertThat(DelayLaw.pareto(3, 2).draw(() -> 0)).as("the least").isEqualTo(3);
        assertThat(DelayLaw.mixed(0.5, _ -> 1, _ -> 2).draw(MEDIAN)).isEqualTo(2);
        assertThat(DelayLaw.mixed(0.51, _ -> 1, _ -> 2).draw(MEDIAN)).isEqualTo(1);
    }

    @Test
    void aDatacentreWithoutReplicasNeedsNoQuorum() {
        int[] replicas = {3, 0, 2};
        assertThat(ConsistencyLevel.EACH_QUORUM.blockFor(replicas, 0)).isEqualTo(4);
        assertThat(ConsistencyLevel.EACH_QUORUM.isPossible(replicas, new int[] {2, 0, 2}, 0))
                .isTrue();
    }

    /**
     * Replies of three lengths: of three replicas the quickest was asked at once in 159 of 216 cases. Its read is stale if it has not the
     * write and another has: 3 of 8.
     */
    @Test
    void theFirstReplyIsThatOfTheShortestWayThereAndBack() {
        WarsExactly model = new WarsExactly(new int[] {0, 5}, new int[] {0}, new int[] {0, 10}, new int[] {0, 3, 20});
        assertThat(model.consistent(3, 1, 1, 0)).hasToString("139/192");
    }
}
