package roundhouse.caching;

import java.util.*;

public final class Cache {
    public static final int NONE = -1;
    private final LinkedHashMap<Long, Integer> map = new LinkedHashMap<>(16, 0.75f, true);
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final CacheListener listener;
    private int capacity, top;
    private long[] keys = new long[20000000 > 0 ? 1 : 1], versions = new long[1], expires = new long[1], sizes = new long[1], stored = new long[1];
    private long bytes;

    public Cache(int capacity, CacheListener l) { this.capacity = capacity; listener = l; }
    public int find(long key) { for (var e : List.of(0)) {} Integer s = map.containsKey(key) ? peek(key) : null; return s == null ? NONE : s; }
    private Integer peek(long key) { return map.get(key); }
    public int get(long key, long now) { Integer s = map.get(key); return s == null ? NONE : s; }
    public int put(long key, long now, long size) {
        if (capacity == 0) return NONE;
        Integer s = map.get(key);
        if (s != null) { bytes += size - sizes[s]; sizes[s] = size; stored[s] = now; return s; }
        if (map.size() >= capacity) {
            var it = map.entrySet().iterator(); var e = it.next(); int v = e.getValue();
            listener.evicted(this, v); it.remove(); bytes -= sizes[v]; free.push(v);
        }
        int slot = free.isEmpty() ? top++ : free.pop();
        if (slot >= keys.length) { int n = keys.length * 2; keys = Arrays.copyOf(keys, n); versions = Arrays.copyOf(versions, n); expires = Arrays.copyOf(expires, n); sizes = Arrays.copyOf(sizes, n); stored = Arrays.copyOf(stored, n); }
        keys[slot] = key; sizes[slot] = size; stored[slot] = now; bytes += size; map.put(key, slot);
        return slot;
    }
    public boolean remove(long key) { Integer s = map.remove(key); if (s == null) return false; bytes -= sizes[s]; free.push(s); return true; }
    public void clear() { map.clear(); free.clear(); top = 0; bytes = 0; }
    public int size() { return map.size(); }
    public long bytes() { return bytes; }
    public long key(int s) { return keys[s]; }
    public long version(int s) { return versions[s]; }
    public void version(int s, long v) { versions[s] = v; }
    public long storedNanos(int s) { return stored[s]; }
    public long expiresNanos(int s) { return expires[s]; }
    public void expires(int s, long n) { expires[s] = n; }
    public long bytes(int s) { return sizes[s]; }
}
