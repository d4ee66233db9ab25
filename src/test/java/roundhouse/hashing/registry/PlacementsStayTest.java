package roundhouse.hashing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;
import roundhouse.hashing.mirrors.HaproxyConsistent;
import roundhouse.hashing.rings.BoundedLoad;
import roundhouse.hashing.rings.Ring;

/**
 * Where each placement puts keys never changes: digests of saved runs and answers of the command line depend on it. A number stands
 * for the owners and replicas of 1,000 keys through a history of changes.
 */
class PlacementsStayTest {
    private static final int REPLICAS = 4;

    /** Folds where the keys are now. */
    private static long fold(long sum, Placement placement) {
        long folded = sum;
        int[] replicas = new int[REPLICAS];
        for (int key = 0; key < 1_000; key++) {
            long hash = placement.hash("key-" + key);
            folded = Hashes.mix(folded + placement.owner(hash));
            int count = placement.replicas(hash, REPLICAS, replicas);
            for (int i = 0; i < count; i++) {
                folded = Hashes.mix(folded + replicas[i]);
            }
        }
        return folded;
    }

    private static long history(Placements kind) {
        List<Target> targets = IntStream.range(0, 7)
                .mapToObj(i -> new Target("10.0.0." + i + ":80", 1 + i % 3, "z" + i % 2, false))
                .toList();
        Placement placement = PlacementSettings.of(kind).create(targets);
        long sum = fold(0, placement);
        placement = placement.down(2, true);
        sum = fold(sum, placement);
        placement = placement.with(Target.of("joined", 2)).without(4);
        sum = fold(sum, placement);
        placement =
                placement.replace(0, placement.targets().get(0).withWeight(3)).down(5, true);
        sum = fold(sum, placement);
        placement =
                placement.down(2, false).replace(1, placement.targets().get(1).withWeight(0));
        return fold(sum, placement);
    }

    @ParameterizedTest
    @CsvSource({
        "modulo, d5fe069e514d0e60",
        "ring, 10bda12ece61edd",
        "rendezvous, 6eb2945a89a8ece4",
        "jump, 3a4853907bf0fc81",
        "jump-back, eb32af4260215da8",
        "maglev, 942623638ad25489",
        "multi-probe, 636697847416ce4b",
        "anchor, 136b8ef45ef3faea",
        "bounded-load, 10bda12ece61edd",
        "nginx-consistent, 60527f2de1c61788",
        "nginx-hash, fcdb6f1555af141",
        "haproxy-consistent, 17600a1355df892b",
        "haproxy-map, 8bdc5ca71a2251cc",
        "ketama, 22513059f879bbfd",
        "ketama-libmemcached, 1fb07a1e36ccd686",
        "caddy, 8f6d098495eebffb",
        "varnish-shard, 2366962a14380d76",
        "envoy-ring, b4b110450020e9d4",
        "envoy-maglev, fa523b9e4ca24b90"
    })
    void keysLieWhereTheyLay(String placement, String sum) {
        assertThat(Long.toHexString(history(Placements.of(placement).orElseThrow())))
                .isEqualTo(sum);
    }

    static List<Placements> all() {
        return Placements.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPlacementIsFoundByItsName(Placements kind) {
        assertThat(Placements.of(kind.key())).containsSame(kind);
        assertThat(kind).hasToString(kind.key());
        assertThat(kind.title()).isNotBlank();
        assertThat(kind.summary()).endsWith(".");
        List<Target> targets = Recordings.numbered(1, 1);
        HashFunction other = kind.defaultHash().equals(HashFunction.DJB2) ? HashFunction.SDBM : HashFunction.DJB2;
        if (kind.takesAnyHash()) {
            assertThat(kind.create(targets, PlacementOptions.of(other)).function())
                    .isEqualTo(other);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kind.create(targets, PlacementOptions.of(other)))
                    .withMessageContaining(kind.key() + " always hashes keys with " + kind.defaultHash());
        }
    }

    @Test
    void namesAreAsWritten() {
        assertThat(Placements.of("rings")).isEmpty();
        assertThat(Placements.all().stream().map(Placements::key).distinct())
                .hasSize(Placements.all().size());
    }

    @Test
    void ringsAndHaproxysAreBoundedWhenAskedTo() {
        PlacementOptions bound = PlacementOptions.of(HashFunction.XXH3).withBalanceFactor(150);
        List<Target> targets = Recordings.numbered(1, 1);
        for (Placements kind : List.of(Placements.RING, Placements.BOUNDED_LOAD, Placements.HAPROXY_CONSISTENT)) {
            assertThat(kind.create(targets, bound))
                    .isInstanceOfSatisfying(
                            BoundedLoad.class,
                            bounded -> assertThat(bounded.slots(0, 99)).isEqualTo(75));
        }
        assertThat(PlacementSettings.of(Placements.RING).create(targets)).isInstanceOf(Ring.class);
        assertThat(PlacementSettings.of(Placements.HAPROXY_CONSISTENT).create(targets))
                .isInstanceOf(HaproxyConsistent.class);
    }

    /** Weights that come to more points, or buckets, than there is memory for. */
    @ParameterizedTest
    @MethodSource("all")
    void weightsThatWouldFillTheMemoryAreRefused(Placements kind) {
        int huge = 1 << 30;
        if (ANY_WEIGHT.contains(kind)) {
            assertThat(PlacementSettings.of(kind)
                            .create(Recordings.numbered(huge, huge))
                            .owner("key"))
                    .isBetween(0, 1);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PlacementSettings.of(kind).create(Recordings.numbered(huge, huge)));
        }
    }

    /** Placements whose memory depends on the number of targets and not on weights. */
    private static final List<Placements> ANY_WEIGHT =
            List.of(Placements.RENDEZVOUS, Placements.MAGLEV, Placements.CADDY);

    /** Bytes for ten targets of weight 1 and 2 by turns: of the arrays that grow with points, slots, buckets or targets. */
    @ParameterizedTest
    @CsvSource({
        "modulo, 60",
        "ring, 51976",
        "rendezvous, 80",
        "jump, 60",
        "jump-back, 60",
        "maglev, 131074",
        "multi-probe, 256",
        "anchor, 768",
        "bounded-load, 52056",
        "nginx-consistent, 51976",
        "nginx-hash, 60",
        "haproxy-consistent, 3976",
        "haproxy-map, 30",
        "ketama, 29032",
        "ketama-libmemcached, 29032",
        "caddy, 20",
        "varnish-shard, 16240",
        "envoy-ring, 24672",
        "envoy-maglev, 131074"
    })
    void memoryIsWhatTheArraysTake(String placement, long bytes) {
        List<Target> targets = Recordings.numbered(1, 2, 1, 2, 1, 2, 1, 2, 1, 2);
        assertThat(PlacementSettings.of(Placements.of(placement).orElseThrow())
                        .create(targets)
                        .memory())
                .isEqualTo(bytes);
    }
}
