package roundhouse.caching.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A store that remembers the calls to it in the words of the recordings; {@code refuses} says that all fail now. */
final class RecordingStore implements StoreCalls {
    final Map<Long, Long> content = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    private final Words words;
    boolean refuses;

    /** What the recorded system calls its calls. */
    record Words(String write, String writeAll, String remove, String removeAll, boolean sorted) {
        static final Words EHCACHE = new Words("write", "writeAll", "delete", "deleteAll", false);
        /** Its writes of several are maps, whose order is nobody's promise. */
        static final Words HAZELCAST = new Words("store", "storeAll", "delete", "deleteAll", true);
    }

    RecordingStore(Words words) {
        this.words = words;
    }

    void fill(JsonNode pairs) {
        pairs.forEach(pair -> content.put(pair.get(0).asLong(), pair.get(1).asLong()));
    }

    private void called(String call) {
        calls.add(refuses ? call.substring(0, call.length() - 1) + ",\"fail\"]" : call);
    }

    void read(long key) {
        called("[\"load\"," + key + "]");
    }

    @Override
    public void write(long key, long value) {
        called("[\"" + words.write + "\"," + key + "," + value + "]");
        if (!refuses) {
            content.put(key, value);
        }
    }

    @Override
    public void writeAll(long[] keys, long[] values, int count) {
        Map<Long, Long> sorted = new TreeMap<>();
        StringJoiner pairs = new StringJoiner(",", "[", "]");
        for (int i = 0; i < count; i++) {
            sorted.put(keys[i], values[i]);
            pairs.add("[" + keys[i] + "," + values[i] + "]");
            if (!refuses) {
                content.put(keys[i], values[i]);
            }
        }
        called("[\"" + words.writeAll + "\"," + (words.sorted ? pairs(sorted) : pairs) + "]");
    }

    @Override
    public void remove(long key) {
        called("[\"" + words.remove + "\"," + key + "]");
        if (!refuses) {
            content.remove(key);
        }
    }

    @Override
    public void removeAll(long[] keys, int count) {
        StringJoiner all = new StringJoiner(",", "[", "]");
        for (int i = 0; i < count; i++) {
            all.add(Long.toString(keys[i]));
            if (!refuses) {
                content.remove(keys[i]);
            }
        }
        called("[\"" + words.removeAll + "\"," + all + "]");
    }

    /** As the recordings write the content of a cache or a store. */
    static String pairs(Map<Long, Long> content) {
        StringJoiner pairs = new StringJoiner(",", "[", "]");
        content.forEach((key, value) -> pairs.add("[" + key + "," + value + "]"));
        return pairs.toString();
    }
}
