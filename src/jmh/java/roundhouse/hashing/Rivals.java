package roundhouse.hashing;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.spy.memcached.DefaultHashAlgorithm;
import net.spy.memcached.KetamaNodeLocator;
import net.spy.memcached.MemcachedNode;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;

/** What people use instead, and the keys and targets that all are measured with. */
final class Rivals {
    private Rivals() {}

    static List<Target> targets(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Target.of("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + ":11311"))
                .toList();
    }

    /** Uniform numbers, the same each time. */
    static long[] longs(int count) {
        return IntStream.range(0, count).mapToLong(i -> Hashes.mix(i + 1L)).toArray();
    }

    /** Keys of 12 to 21 characters, as an application would have. */
    static String[] strings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "session:" + Long.toString(Hashes.mix(i + 1L) >>> (i % 30), 36))
                .toArray(String[]::new);
    }

    /** The ring as it is usually written: 160 points a target in a sorted map. */
    static final class TreeMapRing {
        private static final int POINTS = 160;
        private final TreeMap<Long, Integer> points = new TreeMap<>();

        TreeMapRing(List<Target> targets) {
            for (int i = 0; i < targets.size(); i++) {
                add(targets.get(i).name(), i);
            }
        }

        void add(String name, int target) {
            for (int j = 0; j < POINTS; j++) {
                points.put(HashFunction.XXH3.hash(name + "#" + j), target);
            }
        }

        void remove(String name) {
            for (int j = 0; j < POINTS; j++) {
                points.remove(HashFunction.XXH3.hash(name + "#" + j));
            }
        }

        int owner(long hash) {
            Map.Entry<Long, Integer> entry = points.ceilingEntry(hash);
            return (entry == null ? points.firstEntry() : entry).getValue();
        }
    }

    /** spymemcached's ring over nodes that are nothing but an address. */
    static KetamaNodeLocator ketama(int count) {
        List<MemcachedNode> nodes = new ArrayList<>();
        for (Target target : targets(count)) {
            String host = target.name().substring(0, target.name().indexOf(':'));
            InetSocketAddress address = new InetSocketAddress(host, 11311);
            nodes.add((MemcachedNode) Proxy.newProxyInstance(
                    Rivals.class.getClassLoader(),
                    new Class<?>[] {MemcachedNode.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getSocketAddress" -> address;
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        case "toString" -> target.name();
                        default -> throw new UnsupportedOperationException(method.getName());
                    }));
        }
        return new KetamaNodeLocator(nodes, DefaultHashAlgorithm.KETAMA_HASH);
    }
}
