package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.LoadBound;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.hashing.rings.Ring;
import roundhouse.routing.Balancer;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;

class KeyHashTest {
    private final Pool pool = new Pool();
    private final TestRequest request = new TestRequest();

    private static Balancer balancer(PlacementSettings settings) {
        return Algorithm.HASH.create(new Algorithm.Context(
                RandomGeneratorFactory.of("L64X128MixRandom").create(1),
                () -> 0,
                new Regions(new double[0][]),
                1,
                settings));
    }

    @Test
    void theKeysTextIsTheSameAsBytesAndAsString() {
        KeyText text = new KeyText();
        for (long key : new long[] {0, 7, 9, 10, 42, 99, 100, 1_234_567, Long.MAX_VALUE}) {
            assertThat(new String(text.bytes(key), StandardCharsets.UTF_8)).isEqualTo(KeyText.of(key));
        }
        assertThat(KeyText.of(42)).isEqualTo("key-42");
    }

    @Test
    void everyKeyGoesWhereTheRingPutsIt() {
        List<Target> targets = List.of(Target.of("a", 1), Target.of("b", 3), Target.of("c", 1));
        targets.forEach(target -> PlainTargets.add(pool, target.name(), target.weight()));
        Placement ring = PlacementSettings.DEFAULT.create(targets);
        Balancer balancer = balancer(PlacementSettings.DEFAULT);
        for (int key = 0; key < 2_000; key++) {
            request.key = key;
            assertThat(balancer.pick(request, pool)).isEqualTo(ring.owner("key-" + key));
        }
    }

    @Test
    void whenATargetDiesItsKeysGoToTheNextReplicaAndNoOtherKeyMoves() {
        List<Target> targets = List.of(Target.of("a"), Target.of("b"), Target.of("c"), Target.of("d"));
        targets.forEach(target -> PlainTargets.add(pool, target.name(), 1));
        Placement ring = PlacementSettings.DEFAULT.create(targets);
        Balancer balancer = balancer(PlacementSettings.DEFAULT);
        pool.down(1, true);
        int fellOver = 0;
        for (int key = 0; key < 2_000; key++) {
            request.key = key;
            int[] replicas = new int[2];
            ring.replicas(ring.hash("key-" + key), 2, replicas);
            int expected = replicas[0] == 1 ? replicas[1] : replicas[0];
            fellOver += replicas[0] == 1 ? 1 : 0;
            assertThat(balancer.pick(request, pool)).isEqualTo(expected);
        }
        assertThat(fellOver).isGreaterThan(300);
    }

    /** A pick that HAProxy 2.6.12 made: it numbers servers in the order of their lines, backups among them. */
    @Test
    void haproxyCountsABackupAmongItsServers() {
        int[] weights = {2, 3, 3, 2, 2, 2};
        for (int i = 0; i < weights.length; i++) {
            pool.add("s" + (i + 1), weights[i], i == 4, Pool.UNLIMITED, Regions.NOWHERE);
        }
        pool.down(3, true);
        Balancer balancer = balancer(PlacementSettings.of(Placements.HAPROXY_CONSISTENT));
        request.key = 138_680;
        assertThat(balancer.pick(request, pool)).isEqualTo(5);
    }

    @Test
    void whenATargetDiesTheReplicaInAnotherZoneServes() {
        List<Target> targets = List.of(
                new Target("a", 1, "north", false),
                new Target("b", 1, "north", false),
                new Target("c", 1, "south", false),
                new Target("d", 1, "south", false));
        for (Target target : targets) {
            pool.zone(PlainTargets.add(pool, target.name(), 1), target.zone());
        }
        Placement ring = PlacementSettings.DEFAULT.create(targets);
        Balancer balancer = balancer(PlacementSettings.DEFAULT);
        pool.down(1, true);
        for (int key = 0; key < 2_000; key++) {
            request.key = key;
            int[] replicas = new int[2];
            ring.replicas(ring.hash("key-" + key), 2, replicas);
            assertThat(replicas[0] / 2).isNotEqualTo(replicas[1] / 2);
            assertThat(balancer.pick(request, pool)).isEqualTo(replicas[replicas[0] == 1 ? 1 : 0]);
        }
    }

    @Test
    void aTokenMovedByHandTakesItsKeysAlong() {
        PlainTargets.add(pool, "a", 1);
        PlainTargets.add(pool, "b", 1);
        PlacementSettings one = PlacementSettings.DEFAULT.withVirtualNodes(1);
        Ring ring = one.ring(List.of(Target.of("a"), Target.of("b")));
        long a = ring.tokensOf(0).getFirst().position();
        // Just behind a's token: b then owns next to nothing.
        Balancer moved = balancer(one.withTokens(List.of(new Ring.MovedToken("b", 0, a + (1L << 20)))));
        int ofB = 0;
        for (int key = 0; key < 2_000; key++) {
            request.key = key;
            ofB += moved.pick(request, pool);
        }
        assertThat(ofB).isZero();
    }

    private void target(String name, int weight, String address) {
        pool.address(PlainTargets.add(pool, name, weight), address);
    }

    private String turns(Balancer balancer, int count) {
        StringBuilder turns = new StringBuilder();
        for (int i = 0; i < count; i++) {
            turns.append(pool.name(balancer.pick(request, pool)));
        }
        return turns.toString();
    }

    /** As nginx 1.22.1 does, whose servers keep what they gained while they are out. */
    @Test
    void nginxServersTakeTurnsWhereAKeyFindsNobody() {
        for (Placements kind : List.of(Placements.NGINX_HASH, Placements.NGINX_CONSISTENT)) {
            Pool targets = new Pool();
            PlainTargets.add(targets, "off", 2_000);
            PlainTargets.add(targets, "a", 1);
            PlainTargets.add(targets, "b", 1);
            targets.down(0, true);
            Balancer balancer = balancer(PlacementSettings.of(kind));
            request.key = 7;
            assertThat(balancer.pick(request, targets)).isEqualTo(1);
            targets.down(2, true);
            assertThat(balancer.pick(request, targets)).isEqualTo(1);
            targets.down(2, false);
            assertThat(balancer.explain(request, targets).picked()).isEqualTo(2);
            assertThat(balancer.pick(request, targets)).isEqualTo(2);
            balancer.weaken(1, 1);
            assertThat(balancer.pick(request, targets)).as(kind.key()).isEqualTo(2);
        }
    }

    /** As nginx 1.22.1 does. */
    @Test
    void nginxServersOfTheSameAddressTakeTurns() {
        target("a", 2, "10.0.0.1:80");
        target("b", 1, "10.0.0.1:80");
        Balancer balancer = balancer(PlacementSettings.of(Placements.NGINX_CONSISTENT));
        assertThat(turns(balancer, 4)).isEqualTo("abaa");
        pool.down(0, true);
        assertThat(turns(balancer, 2)).isEqualTo("bb");
        pool.down(0, false);
        assertThat(turns(balancer, 3)).isEqualTo("baa");
    }

    /** A pick that HAProxy 2.6.12 made: the third of these servers had one slot, not two, because it sums up weights at its start only. */
    @Test
    void haproxySharesOutSlotsByTheWeightsBeforeAServerAtTheStart() {
        int[] weights = {3, 2, 3, 2};
        for (int i = 0; i < weights.length; i++) {
            PlainTargets.add(pool, "s" + (i + 1), weights[i]);
        }
        pool.down(3, true);
        PlacementSettings settings =
                PlacementSettings.of(Placements.HAPROXY_CONSISTENT).withBalanceFactor(151);
        Balancer balancer = balancer(settings);
        balancer.pick(request, pool);
        pool.weight(0, 28);
        pool.draining(1, true);
        pool.weight(2, 5);
        LoadBound bound = (LoadBound) balancer.placement(pool);
        assertThat(bound.slots(0, 4)).isEqualTo(6);
        assertThat(bound.slots(2, 4)).isEqualTo(1);
        LoadBound fresh = (LoadBound) balancer(settings).placement(pool);
        assertThat(fresh.slots(2, 4)).isEqualTo(2);
    }

    /** As HAProxy 2.6.12 did while a server came back slowly. */
    @Test
    void aServerOfHaproxysThatWarmsUpHasItsFirstPointsOnly() {
        PlainTargets.add(pool, "a", 4);
        PlainTargets.add(pool, "b", 4);
        Pool light = new Pool();
        PlainTargets.add(light, "a", 1);
        PlainTargets.add(light, "b", 4);
        pool.warming(0, Pool.WHOLE / 4);
        PlacementSettings settings =
                PlacementSettings.of(Placements.HAPROXY_CONSISTENT).withHash(HashFunction.SDBM.avalanched());
        assertThat(owners(balancer(settings), pool)).isEqualTo(owners(balancer(settings), light));
        Balancer ring = balancer(PlacementSettings.DEFAULT);
        List<Integer> warming = owners(ring, pool);
        pool.warming(0, Pool.WHOLE);
        assertThat(owners(ring, pool)).isEqualTo(warming);
        assertThat(owners(balancer(settings), pool)).isNotEqualTo(owners(balancer(settings), light));
    }

    private List<Integer> owners(Balancer balancer, Pool of) {
        List<Integer> owners = new ArrayList<>();
        for (int key = 0; key < 300; key++) {
            request.key = key;
            owners.add(balancer.pick(request, of));
        }
        return owners;
    }
}
