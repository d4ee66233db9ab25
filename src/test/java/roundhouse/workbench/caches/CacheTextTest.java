package roundhouse.workbench.caches;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.components.FollowedKey;

/** What is said of a cache and of a key. */
class CacheTextTest {
    private final CacheContents contents = new CacheContents();

    CacheTextTest() {
        contents.begin("cache", 0);
        contents.timeNanos = 20_000_000_000L;
        contents.policy = "arc";
        contents.list("T1");
        contents.list("B1");
        contents.sizes[0] = 1_000;
    }

    private FollowedKey followed() {
        FollowedKey key = contents.followed;
        key.key = 42;
        return key;
    }

    @Test
    void howFullItIs() {
        contents.entries = 1_000;
        contents.capacity = 1_200;
        assertThat(CacheText.summary(contents)).isEqualTo("1\u202f000 of 1\u202f200 entries · ARC");
        contents.inBytes = true;
        contents.holds = 1 << 20;
        contents.capacity = 4 << 20;
        assertThat(CacheText.summary(contents)).isEqualTo("1\u202f000 entries, 1 MiB of 4 MiB · ARC");
    }

    @Test
    void aHandBeyondWhatIsDrawnIsTold() {
        CacheGrid.Section far = new CacheGrid.Section("queue", 2_500, 0, 2_000, CacheGrid.NONE, 2_344, 0);
        assertThat(CacheText.heading(far)).isEqualTo("queue · 2\u202f000 drawn, and 500 more, hand at 2\u202f345");
        CacheGrid.Section near = new CacheGrid.Section("queue", 2_500, 0, 2_000, 17, 17, 0);
        assertThat(CacheText.heading(near)).isEqualTo("queue · 2\u202f000 drawn, and 500 more");
    }

    @Test
    void whereAKeyIsSinceWhenAndUntilWhen() {
        assertThat(CacheText.followed(contents)).isEmpty();
        FollowedKey key = followed();
        key.kept = true;
        key.list = 0;
        key.place = 6;
        key.state = CacheContents.OUTDATED;
        key.storedNanos = 11_900_000_000L;
        key.usedNanos = 19_000_000_000L;
        key.expiresNanos = 71_900_000_000L;
        key.outdatedSinceNanos = 15_000_000_000L;
        assertThat(CacheText.followed(contents))
                .isEqualTo(
                        "key-42 is in T1, place 7 of 1\u202f000, stale: there is a newer value. Kept since 00:11.900,"
                                + " last used at 00:19.000, expires at 01:11.900, in 51.9 s. A newer value was written at"
                                + " 00:15.000.");
        key.expiresNanos = 19_500_000_000L;
        assertThat(CacheText.followed(contents)).contains(", expired at 00:19.500.");
        key.expiresNanos = Long.MAX_VALUE;
        assertThat(CacheText.followed(contents)).contains(", never expires.");
    }

    @Test
    void whyAKeyIsNotThere() {
        FollowedKey key = followed();
        key.gone = "never here";
        assertThat(CacheText.followed(contents)).isEqualTo("key-42 is not in the cache: never here.");
        key.gone = "evicted";
        key.goneNanos = 12_000_000_000L;
        key.list = 1;
        assertThat(CacheText.followed(contents))
                .isEqualTo("key-42 is not in the cache: evicted at 00:12.000. B1 remembers it.");
    }
}
