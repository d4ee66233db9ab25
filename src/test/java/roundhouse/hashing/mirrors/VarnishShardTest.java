package roundhouse.hashing.mirrors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;

/**
 * Varnish's shard director where backends are down, against its rule written plainly: the search begins at the first point at or after
 * the key, or at the last point for keys past that, and goes on point by point, beginning again at the first, to a backend that is up.
 */
class VarnishShardTest {
    private static final List<Target> BACKENDS = Recordings.numbered(1, 1, 1, 1);
    private static final List<String> KEYS = Recordings.nginxKeys();

    private record Point(long position, int backend) {}

    private static long position(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Integer.toUnsignedLong(
                    ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN).getInt(digest.length - 4));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Point> points(List<Target> backends) {
        return IntStream.range(0, backends.size())
                .boxed()
                .flatMap(backend -> IntStream.range(
                                0, 67 * backends.get(backend).weight())
                        .mapToObj(j -> new Point(position(backends.get(backend).name() + j), backend)))
                .sorted(Comparator.comparingLong(Point::position))
                .toList();
    }

    /** The backends that are up, in the order in which the key goes to them. */
    private static List<Integer> order(List<Point> points, String key, IntPredicate up) {
        int start = 0;
        while (start < points.size() - 1 && points.get(start).position() < position(key)) {
            start++;
        }
        return IntStream.range(start, start + points.size())
                .map(i -> points.get(i % points.size()).backend())
                .filter(up)
                .distinct()
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void oneThatIsDownIsPassedOver(int down) {
        List<Point> points = points(BACKENDS);
        Placement placement =
                PlacementSettings.of(Placements.VARNISH_SHARD).create(BACKENDS).down(down, true);
        int[] replicas = new int[3];
        for (String key : KEYS) {
            List<Integer> order = order(points, key, backend -> backend != down);
            long hash = placement.hash(key);
            assertThat(placement.owner(hash)).as(key).isEqualTo(order.getFirst());
            assertThat(placement.replicas(hash, 3, replicas)).isEqualTo(3);
            assertThat(Arrays.stream(replicas).boxed().toList()).as(key).isEqualTo(order);
        }
    }

    @Test
    void keysPastTheLastPointBeginAgainAtTheFirstWhenItsBackendIsDown() {
        List<Point> points = points(BACKENDS);
        int last = points.getLast().backend();
        int first = points.getFirst().backend();
        assertThat(first).isNotEqualTo(last);
        Placement up = PlacementSettings.of(Placements.VARNISH_SHARD).create(BACKENDS);
        Placement down = up.down(last, true);
        List<String> past = past(points);
        assertThat(past).isNotEmpty();
        for (String key : past) {
            assertThat(up.owner(key)).as(key).isEqualTo(last);
            assertThat(down.owner(key)).as(key).isEqualTo(first);
        }
    }

    private static List<String> past(List<Point> points) {
        return KEYS.stream()
                .filter(key -> position(key) > points.getLast().position())
                .toList();
    }

    /** With the backend gone its points are gone, and keys past the last one go back to what is then the last. */
    @Test
    void oneThatIsDownIsNotTheSameAsOneThatIsGone() {
        List<Point> points = points(BACKENDS);
        int last = points.getLast().backend();
        Placement up = PlacementSettings.of(Placements.VARNISH_SHARD).create(BACKENDS);
        Placement down = up.down(last, true);
        Placement gone = up.without(last);
        List<Point> left =
                points.stream().filter(point -> point.backend() != last).toList();
        List<String> differ = new ArrayList<>();
        for (String key : KEYS) {
            String of = gone.targets().get(gone.owner(key)).name();
            assertThat(of)
                    .as(key)
                    .isEqualTo(
                            BACKENDS.get(order(left, key, _ -> true).getFirst()).name());
            if (!of.equals(BACKENDS.get(down.owner(key)).name())) {
                differ.add(key);
            }
        }
        assertThat(left.getLast().backend()).isNotEqualTo(left.getFirst().backend());
        assertThat(differ).isNotEmpty().isEqualTo(past(left));
    }
}
