package roundhouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which records of a name are an answer, by the rule, by health, and by what stands in for others. */
class NameAnswersTest {
    /** Records by number. A backup stands in only when no other is well. */
    private record Zone(boolean[] healthy, boolean[] backups, int[] weights, double[] distances)
            implements AnswerCandidates {
        static Zone of(String records) {
            boolean[] healthy = new boolean[records.length()];
            boolean[] backups = new boolean[records.length()];
            for (int i = 0; i < records.length(); i++) {
                char record = records.charAt(i);
                healthy[i] = Character.isUpperCase(record);
                backups[i] = Character.toUpperCase(record) == 'B';
            }
            return new Zone(healthy, backups, new int[records.length()], new double[records.length()]);
        }

        Zone weighing(int... given) {
            return new Zone(healthy, backups, given, distances);
        }

        Zone at(double... given) {
            return new Zone(healthy, backups, weights, given);
        }

        @Override
        public int count() {
            return healthy.length;
        }

        @Override
        public boolean isHealthy(int record) {
            return healthy[record];
        }

        @Override
        public boolean isBackup(int record) {
            return backups[record];
        }

        @Override
        public int weight(int record) {
            return weights[record];
        }

        @Override
        public double distance(int record, AnswerType type) {
            return distances[record];
        }
    }

    private static NameAnswers answers(AnswerType type) {
        return new NameAnswers(type, OrderType.BIND_CYCLIC, false, new SplittableRandom(5));
    }

    private static NameAnswers allWhenNoneIsHealthy(AnswerType type) {
        return new NameAnswers(type, OrderType.BIND_CYCLIC, true, new SplittableRandom(5));
    }

    @ParameterizedTest
    @EnumSource
    void eachRuleIsFoundByItsKeyAndExplainsItself(AnswerType type) {
        assertThat(AnswerType.of(type.key())).contains(type);
        assertThat(type.title()).isNotBlank();
        assertThat(type.sentence()).endsWith(".");
        assertThat(AnswerType.of("by moonlight")).isEmpty();
    }

    @Test
    void roundRobinTurnsAsTheOrderSays() {
        NameAnswers answers = answers(AnswerType.ROUND_ROBIN);
        Zone zone = Zone.of("PPP");
        assertThat(answers.answer(zone)).containsExactly(0, 1, 2);
        assertThat(answers.answer(zone)).containsExactly(1, 2, 0);
        assertThat(answers.answer(zone)).containsExactly(2, 0, 1);
        NameAnswers asItStands =
                new NameAnswers(AnswerType.ROUND_ROBIN, OrderType.ZONE, false, new SplittableRandom(5));
        assertThat(asItStands.answer(zone)).containsExactly(0, 1, 2);
        assertThat(asItStands.answer(zone)).containsExactly(0, 1, 2);
    }

    @Test
    void randomMixesAsBindDoesWhateverTheOrder() {
        // A number of 0 leaves all where they stand, again and again; what turns would not.
        NameAnswers zero = new NameAnswers(AnswerType.RANDOM, OrderType.BIND_CYCLIC, false, number(0));
        assertThat(zero.answer(Zone.of("PPP"))).containsExactly(0, 1, 2);
        assertThat(zero.answer(Zone.of("PPP"))).containsExactly(0, 1, 2);
        NameAnswers one = new NameAnswers(AnswerType.RANDOM, OrderType.ZONE, false, number(1));
        assertThat(one.answer(Zone.of("PPP"))).containsExactly(1, 2, 0);
    }

    @Test
    void leavesOutWhoIsNotHealthy() {
        assertThat(answers(AnswerType.ROUND_ROBIN).answer(Zone.of("PpPp"))).containsExactly(0, 2);
        assertThat(answers(AnswerType.ROUND_ROBIN).possible(Zone.of("PpPp"))).containsExactly(0, 2);
    }

    @ParameterizedTest
    @EnumSource
    void aBackupStandsInOnlyWhenNoOtherIsHealthy(AnswerType type) {
        NameAnswers answers = answers(type);
        assertThat(answers.answer(Zone.of("BpP"))).containsExactly(2);
        assertThat(answers.possible(Zone.of("BpP"))).containsExactly(2);
        assertThat(answers.answer(Zone.of("bpB"))).containsExactly(2);
        assertThat(answers.possible(Zone.of("bpB"))).containsExactly(2);
    }

    @ParameterizedTest
    @EnumSource
    void withNobodyHealthyThereIsNoAnswerUnlessAllAreTakenForHealthy(AnswerType type) {
        assertThat(answers(type).answer(Zone.of("bpb"))).isEmpty();
        assertThat(answers(type).possible(Zone.of("bpb"))).isEmpty();
        assertThat(answers(type).answer(Zone.of(""))).isEmpty();
        // Then primaries go before backups all the same, and backups before nothing.
        assertThat(allWhenNoneIsHealthy(type).answer(Zone.of("bpb"))).containsExactly(1);
        assertThat(allWhenNoneIsHealthy(type).answer(Zone.of("b"))).containsExactly(0);
        assertThat(allWhenNoneIsHealthy(type).answer(Zone.of("pP"))).containsExactly(1);
        assertThat(allWhenNoneIsHealthy(type).answer(Zone.of("bBp"))).containsExactly(1);
    }

    @Test
    void failoverAnswersWithTheFirstThatIsWell() {
        assertThat(answers(AnswerType.FAILOVER).answer(Zone.of("pPP"))).containsExactly(1);
        assertThat(answers(AnswerType.FAILOVER).possible(Zone.of("pPP"))).containsExactly(1);
    }

    @Test
    void weightsDrawOneOfThem() {
        Zone zone = Zone.of("PPpP").weighing(1, 0, 5, 3);
        assertThat(drawing(0).answer(zone)).containsExactly(0);
        assertThat(drawing(0.249).answer(zone)).containsExactly(0);
        assertThat(drawing(0.25).answer(zone)).containsExactly(3);
        assertThat(answers(AnswerType.WEIGHTED).possible(zone)).containsExactly(0, 3);
    }

    @Test
    void withoutAnyWeightAllArePossible() {
        Zone zone = Zone.of("PpP").weighing(0, 7, 0);
        assertThat(answers(AnswerType.WEIGHTED).possible(zone)).containsExactly(0, 2);
        assertThat(drawing(0.49).answer(zone)).containsExactly(0);
        assertThat(drawing(0.51).answer(zone)).containsExactly(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"GEOGRAPHIC", "LATENCY"})
    void theNearestAnswersAndSeveralAsNearTakeTurns(AnswerType type) {
        NameAnswers answers = answers(type);
        Zone zone = Zone.of("PPpPP").at(9, 4, 1, 4, 7);
        assertThat(answers.answer(zone)).containsExactly(1, 3);
        assertThat(answers.answer(zone)).containsExactly(3, 1);
        assertThat(answers.possible(zone)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void whereNobodyKnowsADistanceAllAreAsNear() {
        Zone zone = Zone.of("PP").at(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(answers(AnswerType.LATENCY).answer(zone)).containsExactly(0, 1);
    }

    @Test
    void anEarlierAnswerStaysWhenRecordsComeAndGo() {
        NameAnswers answers = answers(AnswerType.ROUND_ROBIN);
        int[] first = answers.answer(Zone.of("PP"));
        assertThat(answers.answer(Zone.of("PPPP"))).hasSize(4).doesNotHaveDuplicates();
        assertThat(answers.answer(Zone.of("P"))).containsExactly(0);
        assertThat(first).containsExactly(0, 1);
    }

    private static NameAnswers drawing(double fraction) {
        return new NameAnswers(AnswerType.WEIGHTED, OrderType.ZONE, false, fraction(fraction));
    }

    /** Every number it draws is this. */
    private static RandomGenerator number(long number) {
        return () -> number << 32;
    }

    static RandomGenerator fraction(double fraction) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return fraction;
            }
        };
    }
}
