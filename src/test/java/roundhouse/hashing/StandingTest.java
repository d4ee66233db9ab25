package roundhouse.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.hashing.buckets.Jump;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.hashing.rings.Ring;

/** Where placements say that keys and targets stand is what decides who owns a key. */
class StandingTest {
    private static final List<Target> TARGETS = List.of(Target.of("s1"), Target.of("s2"), Target.of("s3"));

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9.]", ""));
    }

    private static double number(Standing standing, int target) {
        return number(standing.targets().get(target));
    }

    @Test
    void onARingTheOwnersPointIsTheFirstClockwise() {
        Ring ring = new Ring(TARGETS, HashFunction.XXH3, 40);
        for (int i = 0; i < 500; i++) {
            long hash = ring.hash("key-" + i);
            Standing standing = ring.standing(hash);
            double key = number(standing.key());
            assertThat(standing.key())
                    .isEqualTo(String.format(Locale.ROOT, "at %.3f %% of the ring", 100 * ((hash >>> 11) * 0x1p-53)));
            int owner = ring.owner(hash);
            for (int target = 0; target < TARGETS.size(); target++) {
                assertThat(clockwise(key, number(standing, owner)))
                        .isLessThanOrEqualTo(clockwise(key, number(standing, target)) + 1e-9);
            }
            assertThat(ring.tokenAt(hash).position())
                    .satisfies(position ->
                            assertThat(standing.targets().get(owner)).isEqualTo("at " + Standing.part(position)));
        }
    }

    /** How far it is from one part to another, in percent; what rounding puts before the key is at it. */
    private static double clockwise(double from, double to) {
        return to >= from - 0.001 ? Math.max(0, to - from) : to - from + 100;
    }

    @ParameterizedTest
    @CsvSource({"maglev", "envoy-maglev", "haproxy-map", "modulo"})
    void ofATableTheOwnerHasTheKeysSlot(String name) {
        Placement placement = placement(name);
        for (int i = 0; i < 100; i++) {
            long hash = placement.hash("key-" + i);
            Standing standing = placement.standing(hash);
            assertThat(standing.key()).startsWith(standing.targets().get(placement.owner(hash)) + " of ");
            assertThat(standing.targets()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"rendezvous", "caddy"})
    void theHighestDrawWins(String name) {
        Placement placement = placement(name);
        for (int i = 0; i < 100; i++) {
            long hash = placement.hash("key-" + i);
            Standing standing = placement.standing(hash);
            for (int target = 0; target < TARGETS.size(); target++) {
                assertThat(number(standing, placement.owner(hash))).isGreaterThanOrEqualTo(number(standing, target));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"jump", "jump-back", "anchor", "nginx-hash"})
    void ofTriesTheFirstFallsOnTheOwner(String name) {
        Placement placement = placement(name);
        for (int i = 0; i < 100; i++) {
            long hash = placement.hash("key-" + i);
            assertThat(placement.standing(hash).targets().get(placement.owner(hash)))
                    .isEqualTo("try 1");
        }
    }

    @Test
    void whileTheOwnerIsDownALaterTryFindsWhoServes() {
        Jump jump = new Jump(TARGETS, HashFunction.XXH3);
        long hash = jump.hash("key-7");
        Placement without = jump.down(jump.owner(hash), true);
        Standing standing = without.standing(hash);
        int first = jump.owner(hash);
        int serves = without.owner(hash);
        assertThat(number(standing, serves)).isGreaterThan(number(standing, first));
        for (int target = 0; target < TARGETS.size(); target++) {
            if (target != first) {
                assertThat(number(standing, serves)).isLessThanOrEqualTo(number(standing, target));
            }
        }
    }

    @Test
    void ofManyProbesTheNearestWins() {
        Placement placement = placement("multi-probe");
        for (int i = 0; i < 100; i++) {
            long hash = placement.hash("key-" + i);
            Standing standing = placement.standing(hash);
            for (int target = 0; target < TARGETS.size(); target++) {
                assertThat(number(standing, placement.owner(hash))).isLessThanOrEqualTo(number(standing, target));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ketama", "nginx-consistent", "haproxy-consistent", "envoy-ring", "varnish-shard", "bounded-load"})
    void everyRingSaysWhereAllStand(String name) {
        Placement placement = placement(name);
        Standing standing = placement.standing(placement.hash("key-1"));
        assertThat(standing.key()).matches("at \\d+\\.\\d{3} % of the ring");
        assertThat(standing.targets()).allMatch(text -> text.matches("at \\d+\\.\\d{3} %"));
        assertThat(number(standing.key())).isBetween(0.0, 100.0);
    }

    private static Placement placement(String name) {
        return PlacementSettings.of(Placements.of(name).orElseThrow()).create(TARGETS);
    }
}
