package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;

/** What each algorithm says of its next pick, word for word, as "Why this server?" shows it. */
class ExplanationsTest {
    private static final long MILLIS = 1_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final Pool pool = new Pool();
    private final TestRequest request = new TestRequest();

    private Balancer balancer(Algorithm algorithm) {
        return balancer(algorithm, PlacementSettings.DEFAULT);
    }

    private Balancer balancer(Algorithm algorithm, PlacementSettings placement) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        return algorithm.create(new Algorithm.Context(
                random,
                clock::get,
                new Regions(new double[][] {{50.1, 8.7}, {40.7, -74.0}, null}),
                10_000 * MILLIS,
                placement));
    }

    private void targets(int... weights) {
        for (int weight : weights) {
            PlainTargets.add(pool, "t" + pool.size(), weight);
        }
    }

    private void start(Balancer balancer, int target, int requests) {
        for (int i = 0; i < requests; i++) {
            pool.started(target);
            balancer.started(target);
        }
    }

    private void answer(Balancer balancer, int target, long latency) {
        start(balancer, target, 1);
        pool.finished(target);
        balancer.finished(target, latency, Outcome.OK);
    }

    private static List<String> workings(Explanation explanation) {
        return explanation.candidates().stream()
                .map(Explanation.Candidate::workings)
                .toList();
    }

    private static List<String> scores(Explanation explanation) {
        return explanation.candidates().stream()
                .map(Explanation.Candidate::score)
                .toList();
    }

    private static List<String> excluded(Explanation explanation) {
        return explanation.candidates().stream()
                .map(Explanation.Candidate::excluded)
                .toList();
    }

    @Test
    void roundRobin() {
        targets(1, 1, 1, 1);
        Balancer balancer = balancer(Algorithm.ROUND_ROBIN);
        assertThat(balancer.explain(request, pool).rule()).isEqualTo("next in turn: the first");
        balancer.pick(request, pool);
        balancer.pick(request, pool);
        pool.down(3, true);
        Explanation explanation = balancer.explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(2);
        assertThat(explanation.rule()).isEqualTo("next in turn after t1");
        assertThat(workings(explanation)).containsExactly("in 2 turns", "in 3 turns", "next", "");
        assertThat(scores(explanation)).containsExactly("2", "3", "1", "");
        assertThat(explanation.tieBreak()).isEmpty();
    }

    @Test
    void roundRobinOfBackups() {
        targets(1, 1);
        pool.backup(1, true);
        pool.add("t2", 1, true, Pool.UNLIMITED, Regions.NOWHERE);
        pool.down(0, true);
        Balancer balancer = balancer(Algorithm.ROUND_ROBIN);
        balancer.pick(request, pool);
        Explanation explanation = balancer.explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(2);
        assertThat(explanation.rule()).isEqualTo("next in turn after t1");
    }

    @Test
    void weightedRoundRobin() {
        targets(5, 1, 1);
        Balancer balancer = balancer(Algorithm.WEIGHTED_ROUND_ROBIN);
        Explanation first = balancer.explain(request, pool);
        assertThat(workings(first)).containsExactly("0 + 5", "0 + 1", "0 + 1");
        assertThat(first.tieBreak()).isEmpty();
        balancer.pick(request, pool);
        balancer.pick(request, pool);
        Explanation explanation = balancer.explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(1);
        assertThat(workings(explanation)).containsExactly("-4 + 5", "2 + 1", "2 + 1");
        assertThat(scores(explanation)).containsExactly("1", "3", "3");
        assertThat(explanation.tieBreak()).isEqualTo("2 are equal: the first declared wins");
        assertThat(explanation.rule())
                .isEqualTo("the most after each gains its weight; the winner then pays what all gained");
    }

    @Test
    void leastConnections() {
        targets(1, 3, 2);
        Balancer balancer = balancer(Algorithm.LEAST_CONNECTIONS);
        balancer.pick(request, pool);
        start(balancer, 0, 1);
        start(balancer, 1, 1);
        start(balancer, 2, 1);
        Explanation explanation = balancer.explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(1);
        assertThat(explanation.rule()).isEqualTo("fewest in flight ÷ weight");
        assertThat(workings(explanation)).containsExactly("1 ÷ 1", "1 ÷ 3", "1 ÷ 2");
        assertThat(scores(explanation)).containsExactly("1.0", "0.333", "0.5");
        assertThat(explanation.tieBreak()).isEmpty();
        start(balancer, 0, 1);
        start(balancer, 1, 5);
        start(balancer, 2, 3);
        Explanation tie = balancer.explain(request, pool);
        // The first pick, of three idle ones, was t1's: all gained, and it paid 6.
        assertThat(tie.tieBreak())
                .isEqualTo(
                        "3 are equal: they take turns by smooth weighted round robin (t0 1 + 1, t1 -3 + 3, t2 2 + 2)");
        assertThat(tie.picked()).isEqualTo(2);
    }

    @Test
    void leastResponseTime() {
        targets(1, 2, 1, 1);
        Balancer balancer = balancer(Algorithm.LEAST_RESPONSE_TIME);
        balancer.pick(request, pool);
        Explanation untried = balancer.explain(request, pool);
        assertThat(untried.tieBreak()).isEqualTo("4 are equal: the first declared wins");
        answer(balancer, 0, 4 * MILLIS);
        answer(balancer, 1, 5 * MILLIS);
        start(balancer, 1, 2);
        start(balancer, 2, 1);
        Explanation explanation = balancer.explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(3);
        assertThat(explanation.rule()).isEqualTo("least recent latency × (in flight + 1) ÷ weight");
        assertThat(workings(explanation))
                .containsExactly(
                        "4.0 ms × 1 ÷ 1", "5.0 ms × 3 ÷ 2", "no reply yet, 1 in flight", "no reply yet, 0 in flight");
        assertThat(scores(explanation))
                .containsExactly("4.0 ms", "7.5 ms", "waits for its first reply", "untried, so first");
        assertThat(explanation.tieBreak()).isEmpty();
    }

    @Test
    void ipHash() {
        targets(2, 3);
        request.client = Address.parse("10.1.2.3");
        Balancer balancer = balancer(Algorithm.IP_HASH);
        int hash = 89;
        for (int octet : new int[] {10, 1, 2}) {
            hash = (hash * 113 + octet) % 6_271;
        }
        int owner = hash % 5 < 2 ? 0 : 1;
        Explanation explanation = balancer.explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(owner);
        assertThat(explanation.rule())
                .isEqualTo("the hash of the first three octets of 10.1.2.3 modulo 5 gives %d (t%d)", hash % 5, owner);
        assertThat(workings(explanation)).containsExactly("owns 0 to 1", "owns 2 to 4");
        assertThat(scores(explanation).get(owner)).isEqualTo("hit");
        assertThat(scores(explanation).get(1 - owner)).isEqualTo("not hit");
        pool.down(owner, true);
        assertThat(balancer.explain(request, pool).rule()).contains(", then ").endsWith("(t" + (1 - owner) + ")");
        pool.down(1 - owner, true);
        pool.add("spare", 1, true, Pool.UNLIMITED, Regions.NOWHERE);
        Explanation nobody = balancer.explain(request, pool);
        assertThat(nobody.picked()).isEqualTo(2);
        assertThat(nobody.rule())
                .startsWith("the hash of 10.1.2.3 found no target able to serve, so smooth weighted round robin: ");
        assertThat(workings(nobody).get(2)).isEqualTo("0 + 1");
    }

    @Test
    void whomOthersWaitForIsLeftOut() {
        pool.add("a", 1, false, 2, Regions.NOWHERE);
        pool.add("b", 1, false, 2, Regions.NOWHERE);
        pool.awaited(0, true);
        Explanation explanation = balancer(Algorithm.HAPROXY_FIRST).explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(1);
        assertThat(excluded(explanation)).containsExactly("others wait for it", "");
    }

    @Test
    void geographic() {
        pool.add("near", 1, false, 1, 0);
        pool.add("far", 1, false, Pool.UNLIMITED, 1);
        pool.add("unknown", 1, false, Pool.UNLIMITED, 2);
        pool.add("far too", 1, false, Pool.UNLIMITED, 1);
        request.region = 0;
        Balancer balancer = balancer(Algorithm.GEOGRAPHIC);
        start(balancer, 0, 1);
        Explanation explanation = balancer.explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(1);
        assertThat(excluded(explanation)).containsExactly("at its limit of 1", "", "another region comes first", "");
        assertThat(workings(explanation).get(0)).isEqualTo("0 km; 0 + 1");
        assertThat(workings(explanation).get(2)).isEqualTo("distance unknown; 0 + 1");
        assertThat(scores(explanation)).containsExactly("", "1", "", "1");
        assertThat(explanation.tieBreak()).isEqualTo("2 are equal: the first declared wins");
        balancer.pick(request, pool);
        assertThat(balancer.explain(request, pool).picked()).isEqualTo(3);
    }

    @Test
    void random() {
        targets(1, 2, 1);
        pool.down(2, true);
        Explanation explanation = balancer(Algorithm.RANDOM).explain(request, pool);
        assertThat(workings(explanation)).containsExactly("weight 1", "weight 2", "weight 1");
        assertThat(scores(explanation)).containsExactly("33.333 %", "66.667 %", "");
        pool.down(0, true);
        pool.down(1, true);
        pool.add("spare", 1, true, Pool.UNLIMITED, Regions.NOWHERE);
        Explanation spare = balancer(Algorithm.RANDOM).explain(request, pool);
        assertThat(spare.picked()).isEqualTo(3);
        assertThat(scores(spare).get(3)).isEqualTo("100.0 %");
    }

    @Test
    void powerOfTwo() {
        targets(1, 1, 1, 1);
        Balancer balancer = balancer(Algorithm.POWER_OF_TWO);
        for (int round = 0; round < 50; round++) {
            Explanation explanation = balancer.explain(request, pool);
            List<String> workings = workings(explanation);
            List<String> excluded = excluded(explanation);
            assertThat(workings)
                    .filteredOn(text -> text.endsWith(", drawn first"))
                    .hasSize(1);
            assertThat(workings)
                    .filteredOn(text -> text.endsWith(", drawn second"))
                    .hasSize(1);
            assertThat(excluded).filteredOn(text -> text.equals("not drawn")).hasSize(2);
            int first = indexOf(workings, ", drawn first");
            int second = indexOf(workings, ", drawn second");
            int loads = pool.inFlight(second) - pool.inFlight(first);
            assertThat(explanation.picked()).isEqualTo(loads > 0 ? first : second);
            assertThat(explanation.tieBreak())
                    .isEqualTo(loads == 0 ? "2 are equal: of the same weight the second drawn wins" : "");
            start(balancer, balancer.pick(request, pool), 1);
        }
        pool.down(0, true);
        pool.down(1, true);
        pool.down(2, true);
        Explanation alone = balancer.explain(request, pool);
        assertThat(alone.picked()).isEqualTo(3);
        assertThat(workings(alone).get(3)).endsWith(", drawn first");
        assertThat(alone.tieBreak()).isEmpty();
    }

    @Test
    void betweenEqualsTheVariantsOfTwoChoicesDiffer() {
        targets(5, 1);
        Explanation first = balancer(Algorithm.POWER_OF_TWO).explain(request, pool);
        assertThat(first.picked()).isEqualTo(indexOf(workings(first), ", drawn first"));
        assertThat(first.tieBreak()).isEqualTo("2 are equal: the first drawn wins");
        Explanation second = balancer(Algorithm.NGINX_RANDOM_TWO).explain(request, pool);
        assertThat(second.picked()).isEqualTo(indexOf(workings(second), ", drawn second"));
        assertThat(second.tieBreak()).isEqualTo("2 are equal: the second drawn wins");
    }

    private static int indexOf(List<String> texts, String end) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).endsWith(end)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void hashOfTheKey() {
        targets(1, 1, 1);
        request.key = 42;
        Placement ring = PlacementSettings.DEFAULT.create(List.of(Target.of("t0"), Target.of("t1"), Target.of("t2")));
        int[] order = new int[3];
        ring.replicas(ring.hash("key-42"), 3, order);
        Explanation explanation = balancer(Algorithm.HASH).explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(order[0]);
        assertThat(explanation.rule())
                .isEqualTo("key-42 hashes to 0x" + Long.toHexString(ring.hash("key-42")) + ", " + explanation.key()
                        + "; " + Placements.RING.title()
                        + " gives an order of targets, and the first that can takes it");
        for (int rank = 0; rank < 3; rank++) {
            assertThat(workings(explanation).get(order[rank])).matches("at \\d+\\.\\d{3} %");
            assertThat(scores(explanation).get(order[rank])).isEqualTo("choice " + (rank + 1));
        }
        pool.down(order[0], true);
        assertThat(workings(balancer(Algorithm.HASH).explain(request, pool)).get(order[0]))
                .as("who is down has no place on the ring")
                .isEmpty();
    }

    @Test
    void hashWithABoundOnLoad() {
        targets(1, 1);
        request.key = 42;
        Balancer balancer = balancer(Algorithm.HASH, PlacementSettings.of(Placements.BOUNDED_LOAD));
        int owner = balancer.pick(request, pool);
        start(balancer, owner, 4);
        // ⌈(4 + 1) · 125 %⌉ = 7 slots: one has 4 of them, the other 3.
        Explanation explanation = balancer.explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(1 - owner);
        assertThat(workings(explanation).get(owner)).matches("at \\d+\\.\\d{3} %, 4 in flight");
        assertThat(excluded(explanation).get(owner)).matches("at its bound of [34] in flight");
        assertThat(excluded(explanation).get(1 - owner)).isEmpty();
    }

    @Test
    void numbersAreWrittenForPeople() {
        assertThat(Explaining.nanos(999.5)).isEqualTo("999.5 ns");
        assertThat(Explaining.nanos(1_000)).isEqualTo("1.0 µs");
        assertThat(Explaining.nanos(1_000_000)).isEqualTo("1.0 ms");
        assertThat(Explaining.nanos(1_500_000)).isEqualTo("1.5 ms");
        assertThat(Explaining.nanos(1e9)).isEqualTo("1.0 s");
        assertThat(Explaining.nanos(2.5e9)).isEqualTo("2.5 s");
        assertThat(Explaining.decimal(1 / 3.0)).isEqualTo("0.333");
        assertThat(Explaining.tie(1, "x")).isEmpty();
        assertThat(Explaining.tie(2, "x")).isEqualTo("2 are equal: x");
    }

    @Test
    void algorithmsAndOutcomesAreFoundByTheirNames() {
        for (Algorithm algorithm : Algorithm.values()) {
            assertThat(Algorithm.of(algorithm.key())).contains(algorithm);
            assertThat(algorithm.title()).isNotBlank();
            assertThat(algorithm.summary()).endsWith(".");
        }
        assertThat(Algorithm.of("fastest")).isEmpty();
        assertThat(Outcome.TIMED_OUT.key()).isEqualTo("timed-out");
    }
}
