package roundhouse.hashing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.BoundedLoad;
import roundhouse.hashing.rings.Ring;
import roundhouse.hashing.rings.Ring.MovedToken;

class PlacementSettingsTest {
    private static final List<Target> TARGETS = List.of(Target.of("a"), Target.of("b", 2));
    private static final List<MovedToken> TOKENS = List.of(new MovedToken("a", 0, 1L << 40));

    static List<Placements> all() {
        return Placements.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPlacementIsMadeAsItIsWhereNothingElseIsSaid(Placements kind) {
        PlacementSettings settings = PlacementSettings.of(kind);
        Placement made = settings.create(TARGETS);
        Placement known = kind.create(
                TARGETS, new PlacementOptions(kind.defaultHash(), 160, kind == Placements.BOUNDED_LOAD ? 125 : 0));
        for (int key = 0; key < 2_000; key++) {
            assertThat(made.owner("key-" + key)).isEqualTo(known.owner("key-" + key));
        }
        assertThat(settings.replicas()).isEqualTo(1);
        assertThat(settings.tokens()).isEmpty();
        assertThat(settings.hash()).isEqualTo(kind.defaultHash());
        assertThat(settings.virtualNodes()).isEqualTo(Ring.DEFAULT_VIRTUAL_NODES);
    }

    @Test
    void onlyBoundedLoadIsBoundedWhereNothingElseIsSaid() {
        for (Placements kind : Placements.all()) {
            assertThat(PlacementSettings.of(kind).balanceFactor()).isEqualTo(kind == Placements.BOUNDED_LOAD ? 125 : 0);
        }
    }

    @Test
    void aRingWithABoundIsBoundedLoad() {
        assertThat(PlacementSettings.DEFAULT.create(TARGETS)).isInstanceOf(Ring.class);
        assertThat(PlacementSettings.DEFAULT.withBalanceFactor(150).create(TARGETS))
                .isInstanceOfSatisfying(BoundedLoad.class, bounded -> {
                    assertThat(bounded.slots(0, 99)).as("a third of 150").isEqualTo(50);
                    assertThat(bounded.unbounded()).isInstanceOf(Ring.class);
                });
        assertThat(PlacementSettings.of(Placements.BOUNDED_LOAD).create(TARGETS))
                .isInstanceOf(BoundedLoad.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ring, true, true",
        "bounded-load, true, true",
        "haproxy-consistent, false, true",
        "maglev, false, false"
    })
    void tokensAreOfRingsAndBoundsOfRingsAndHaproxys(String name, boolean ring, boolean bounded) {
        PlacementSettings settings = PlacementSettings.of(Placements.of(name).orElseThrow());
        assertThat(settings.isRing()).isEqualTo(ring);
        assertThat(settings.canBeBounded()).isEqualTo(bounded);
    }

    @Test
    void everySettingCanBeChangedByItself() {
        PlacementSettings all = PlacementSettings.DEFAULT
                .withHash(HashFunction.MD5)
                .withVirtualNodes(7)
                .withReplicas(3)
                .withBalanceFactor(110)
                .withTokens(TOKENS);
        assertThat(all).isEqualTo(new PlacementSettings(Placements.RING, HashFunction.MD5, 7, 3, 110, TOKENS));
        Ring ring = all.ring(TARGETS);
        assertThat(ring.function()).isEqualTo(HashFunction.MD5);
        assertThat(ring.tokensOf(0)).hasSize(7);
        assertThat(ring.tokensOf(1)).hasSize(14);
        assertThat(ring.tokensOf(0).getFirst().position()).isEqualTo(1L << 40);
    }

    @Test
    void aHashFunctionThatWasChosenStaysWhereTheOtherPlacementCanUseIt() {
        PlacementSettings chosen = PlacementSettings.DEFAULT.withHash(HashFunction.MD5);
        assertThat(chosen.withKind(Placements.MAGLEV).hash()).isEqualTo(HashFunction.MD5);
        assertThat(chosen.withKind(Placements.NGINX_CONSISTENT).hash())
                .isEqualTo(Placements.NGINX_CONSISTENT.defaultHash());
        PlacementSettings haproxy = PlacementSettings.DEFAULT.withKind(Placements.HAPROXY_MAP);
        assertThat(haproxy.hash()).isEqualTo(Placements.HAPROXY_MAP.defaultHash());
    }

    @Test
    void anotherPlacementKeepsWhatMeansSomethingToIt() {
        PlacementSettings ring =
                PlacementSettings.DEFAULT.withVirtualNodes(7).withReplicas(3).withTokens(TOKENS);
        PlacementSettings bounded = ring.withKind(Placements.BOUNDED_LOAD);
        assertThat(bounded.balanceFactor()).isEqualTo(BoundedLoad.DEFAULT_FACTOR);
        assertThat(bounded.tokens()).isEqualTo(TOKENS);
        assertThat(bounded.virtualNodes()).isEqualTo(7);
        assertThat(bounded.replicas()).isEqualTo(3);
        assertThat(ring.withBalanceFactor(200).withKind(Placements.BOUNDED_LOAD).balanceFactor())
                .isEqualTo(200);
        assertThat(ring.withKind(Placements.MAGLEV).tokens()).isEmpty();
        assertThat(ring.withKind(Placements.MAGLEV).balanceFactor()).isZero();
    }

    @Test
    void optionsCanBeChangedByThemselves() {
        PlacementOptions options = new PlacementOptions(HashFunction.SDBM, 9, 0).withBalanceFactor(130);
        assertThat(options).isEqualTo(new PlacementOptions(HashFunction.SDBM, 9, 130));
    }
}
