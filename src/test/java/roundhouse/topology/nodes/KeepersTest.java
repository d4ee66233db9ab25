package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.WriteFlush;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.Types;

/** Caches that several share, databases and CDNs: what they are where nothing is said, how they grow, and where what they have is. */
final class KeepersTest {
    private static final RecordTrial<CacheNode> CACHES = new RecordTrial<>(CacheNode.SETTINGS);
    private static final RecordTrial<Database> DATABASES = new RecordTrial<>(Database.SETTINGS);
    private static final CacheNode CACHE = OneOfEach.CACHE_NODE;
    private static final Database DATABASE = OneOfEach.DATABASE;
    private static final WriteFlush TEN = WriteFlush.SETTINGS.usual().with(WriteFlush.BATCH, 10);

    @Test
    void aCacheHasNoStoreOfItsOwnWhereNothingIsSaid() {
        assertThat(CACHES.read("{ \"id\": \"cache\", \"kind\": \"cache\", \"capacity\": 5 }"))
                .isEqualTo(CacheNode.of("cache", OneOfEach.CACHE))
                .isEqualTo(new CacheNode("cache", null, 1, CacheSettings.of(5), null, null, null, null, null));
        assertThat(CACHE.keepers()).isEmpty();
    }

    @Test
    void aCacheWithAStoreSaysWhenItSendsWhatWasWritten() {
        CacheNode stored = CACHE.keptBy("db", true);
        assertThat(stored).isEqualTo(CACHE.with(CacheNode.STORE, "db"));
        assertThat(stored.keepers()).containsExactly("db");
        assertThat(CACHES.shown(stored)).contains("store", "flush");
        assertThat(CACHES.shown(CACHE)).contains("store").doesNotContain("flush");
        assertThat(stored.flushes()).isEqualTo(WriteFlush.EACH_SECOND);
        assertThat(stored.with(CacheNode.FLUSH, TEN).flushes()).isEqualTo(TEN);
        assertThat(CACHES.checked(stored.with(CacheNode.FLUSH, TEN))).isEmpty();
        assertThat(CACHES.checked(CACHE.with(CacheNode.FLUSH, TEN)))
                .containsExactly("it: flush needs \"store\", like \"db\"; what was written goes there");
    }

    @Test
    void aStoreUnderAnotherIdIsTheSameStore() {
        CacheNode flushing = CACHE.keptBy("db", true).with(CacheNode.FLUSH, TEN);
        assertThat(flushing.keptAs(id -> id + "-1")).isEqualTo(flushing.with(CacheNode.STORE, "db-1"));
        assertThat(flushing.keptAs(id -> null))
                .as("without a store it flushes nothing")
                .isEqualTo(CACHE);
        assertThat(CACHE.keptAs(id -> "other")).isEqualTo(CACHE);
    }

    @Test
    void aCacheGrowsInCoresAndMemory() {
        CacheCapacity memory = CacheCapacity.ofBytes(1 << 20);
        assertThat(CACHE.resized(new Resizing(8, null, null))).isEqualTo(CACHE.with(CacheNode.CORES, 8));
        assertThat(CACHE.resized(new Resizing(null, 2.0, memory)))
                .isEqualTo(CACHE.cachingBy(OneOfEach.CACHE.with(CacheSettings.CAPACITY, memory)));
        assertThat(CACHE.resized(new Resizing(null, 2.0, null))).isEqualTo(CACHE);
    }

    @Test
    void aDatabaseGrowsInCoresOnly() {
        assertThat(DATABASE.resized(new Resizing(8, 2.0, CacheCapacity.ofEntries(9))))
                .isEqualTo(DATABASE.with(Database.CORES, 8));
        assertThat(DATABASE.resized(new Resizing(null, 2.0, null))).isEqualTo(DATABASE);
    }

    @Test
    void aDatabaseWritesAsLongAsItReadsWhereNothingIsSaid() {
        Distribution slow = new Distribution.Fixed(Duration.ofMillis(9));
        assertThat(DATABASES.read("{ \"id\": \"database\", \"kind\": \"database\", \"read\": \"4ms\" }"))
                .isEqualTo(Database.of("database", OneOfEach.SERVICE))
                .isEqualTo(new Database(
                        "database",
                        null,
                        1,
                        OneOfEach.SERVICE,
                        OneOfEach.SERVICE,
                        1_000,
                        Types.UNLIMITED,
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(DATABASES.read("{ \"id\": \"d\", \"kind\": \"database\", \"read\": \"4ms\", \"write\": \"9ms\" }"))
                .isEqualTo(Database.of("d", OneOfEach.SERVICE).with(Database.WRITE, slow));
    }

    @Test
    void eachEdgeOfACdnIsInARegion() {
        RecordTrial<Cdn> cdns = new RecordTrial<>(Cdn.SETTINGS);
        Cdn two = cdns.read("{ \"id\": \"e\", \"kind\": \"cdn\", \"regions\": [\"eu\", \"us\"], \"capacity\": 5 }");
        assertThat(two.regions()).containsExactly("eu", "us");
        assertThat(two.cache()).isEqualTo(CacheSettings.of(5));
        assertThat(two.region()).as("it is in several").isNull();
        assertThat(cdns.read("{ \"id\": \"cdn\", \"kind\": \"cdn\", \"capacity\": 5 }"))
                .isEqualTo(Cdn.of("cdn", OneOfEach.CACHE));
    }
}
