package roundhouse.swarm.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.CacheLedger;
import roundhouse.topology.nodes.data.CacheSettings;

/**
 * Checks at each event that a cache does not exceed its capacity, gives only what it has, and nothing older than its rule allows.
 *
 * @see WriteAudit
 */
final class CacheAudit extends CacheLedger {
    private final LongSupplier nowNanos;
    private final WriteAudit writes;
    private final Map<Integer, Audited> caches = new LinkedHashMap<>();
    private long lookups;

    CacheAudit(LongSupplier nowNanos, WriteAudit writes) {
        this.nowNanos = nowNanos;
        this.writes = writes;
    }

    private static final class Audited {
        final String name;
        final Map<Long, AuditedEntry> entries = new LinkedHashMap<>();
        CacheSettings settings;
        long bytes;

        Audited(String name, CacheSettings settings) {
            this.name = name;
            this.settings = settings;
        }

        void put(long key, @Nullable AuditedEntry entry) {
            AuditedEntry before = entry == null ? entries.remove(key) : entries.put(key, entry);
            bytes += (entry == null ? 0 : entry.bytes) - (before == null ? 0 : before.bytes);
        }

        void checkCapacity() {
            assertThat(settings.capacity().inBytes() ? bytes : entries.size())
                    .as("a cache does not exceed its capacity: what %s holds", name)
                    .isLessThanOrEqualTo(settings.capacity().amount());
        }
    }

    /** How often caches were asked, answers with what is still to be stored included. */
    long lookups() {
        return lookups;
    }

    /** How many entries there are in all caches. */
    long entries() {
        return caches.values().stream().mapToLong(cache -> cache.entries.size()).sum();
    }

    private Audited cache(int cache) {
        return Objects.requireNonNull(caches.get(cache));
    }

    @Override
    public void cacheIs(int cache, String name, @Nullable CacheSettings settings) {
        if (settings == null) {
            caches.remove(cache);
            return;
        }
        Audited audited = caches.computeIfAbsent(cache, _ -> new Audited(name, settings));
        audited.settings = settings;
        audited.checkCapacity();
    }

    @Override
    public void looked(int cache, long key) {
        lookups++;
        Audited audited = cache(cache);
        AuditedEntry entry = audited.entries.get(key);
        boolean renews = switch (audited.settings.ttlFrom()) {
            case USE -> true;
            case FETCH -> false;
        };
        if (renews && entry != null && entry.isFresh(nowNanos.getAsLong())) {
            entry.used(audited.settings, nowNanos.getAsLong());
        }
    }

    @Override
    public void kept(int cache, long key, long stamp, int bytes, long lifeNanos) {
        Audited audited = cache(cache);
        checkLife(audited, stamp, lifeNanos);
        AuditedEntry before = audited.entries.get(key);
        audited.put(key, new AuditedEntry(stamp, bytes, lifeNanos, before, audited.settings, nowNanos.getAsLong()));
        audited.checkCapacity();
    }

    private static void checkLife(Audited audited, long stamp, long lifeNanos) {
        CacheSettings settings = audited.settings;
        Duration ttl = stamp == KeyVersions.NOTHING ? settings.negativeTtl() : settings.ttl();
        double nanos = ttl == null ? Long.MAX_VALUE : ttl.toNanos();
        double jitter = ttl == null ? 0 : settings.ttlJitter();
        assertThat((double) lifeNanos)
                .as("a time to live is as long as said, and its jitter: in %s", audited.name)
                .isBetween(nanos * (1 - jitter) - 1, nanos * (1 + jitter) + 1);
    }

    @Override
    public void went(int cache, long key) {
        Audited audited = caches.get(cache);
        if (audited != null) {
            audited.put(key, null);
        }
    }

    @Override
    public void gave(int cache, long key, long stamp, boolean failed) {
        Audited audited = cache(cache);
        AuditedEntry entry = audited.entries.get(key);
        assertThat(entry == null ? "nothing" : entry.stamp)
                .as("a cache gives what it has: %s of key %d", audited.name, key)
                .isEqualTo(stamp);
        assertThat(entry != null && entry.mayBeGiven(audited.settings, failed, nowNanos.getAsLong()))
                .as("an answer is not older than its rule allows: %s by %s", audited.name, audited.settings)
                .isTrue();
    }

    @Override
    public void gavePending(int cache, long key, long stamp) {
        lookups++;
        writes.gavePending(stamp);
    }

    @Override
    public void dirty(String node, int dataset, long key, long stamp) {
        writes.dirty(node, dataset, key, stamp);
    }

    @Override
    public void dirtyLost(String node) {
        writes.dirtyLost(node);
    }

    @Override
    public void dirtyRefused(String node, int dataset, long key, long stamp) {
        writes.dirtyRefused(node, dataset, key, stamp);
    }

    @Override
    public void stored(int dataset, long key, long stamp) {
        writes.stored(dataset, key, stamp);
    }

    @Override
    public void lost(int dataset, long stamp) {
        writes.lost(dataset, stamp);
    }

    @Override
    public void acknowledged(long key, long stamp) {
        writes.acknowledged(key, stamp);
    }
}
