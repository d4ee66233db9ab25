package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.stream.IntStream;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;

/** The smallest example of why hash mod N is a problem: keys 11, 42 and 34, three servers, then a fourth. */
public final class ModExample {
    public static final List<String> KEYS = List.of("11", "42", "34");

    private ModExample() {}

    /**
     * One key's servers. With mod the key itself is the hash; s1 takes remainder 0.
     *
     * @param ring3 its server on a ring of three, then of four
     */
    public record Row(String key, String mod3, String mod4, String ring3, String ring4) {
        public boolean movedByMod() {
            return rest(key, 3) != rest(key, 4);
        }

        public boolean movedOnRing() {
            return !ring3.equals(ring4);
        }
    }

    public static List<Row> rows() {
        Placement three = ring(3);
        Placement four = ring(4);
        return KEYS.stream()
                .map(key -> new Row(key, mod(key, 3), mod(key, 4), owner(three, key), owner(four, key)))
                .toList();
    }

    /** Three servers and the three keys' ring, for showing. */
    public static RingState state() {
        return new RingState(PlacementSettings.DEFAULT.withVirtualNodes(6), targets(3));
    }

    private static String mod(String key, int servers) {
        int rest = rest(key, servers);
        return text("ring.example-mod", key, servers, rest, rest + 1);
    }

    private static int rest(String key, int servers) {
        return Integer.parseInt(key) % servers;
    }

    private static Placement ring(int servers) {
        return new RingState(state().settings(), targets(servers)).placement();
    }

    private static List<Target> targets(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Target.of("s" + number))
                .toList();
    }

    private static String owner(Placement placement, String key) {
        return placement.targets().get(placement.owner(key)).name();
    }
}
