package roundhouse.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class KeyVersionsTest {
    private static final int KEYS = 50;

    /** A write, as a list of all of a key's writes has it. */
    private record Write(long version, long atNanos) {}

    @Test
    void knowsSinceWhenThereIsANewerVersion() {
        Random random = new Random(11);
        KeyVersions versions = new KeyVersions();
        int dataset = versions.dataset("db");
        Map<Long, List<Write>> writes = new TreeMap<>();
        for (long nowNanos = 1; nowNanos < 20_000; nowNanos++) {
            long key = random.nextInt(KEYS);
            List<Write> ofKey = writes.computeIfAbsent(key, _ -> new ArrayList<>());
            if (random.nextInt(3) == 0) {
                long stamp = versions.write(dataset, key, nowNanos, nowNanos);
                ofKey.add(new Write(KeyVersions.version(stamp), nowNanos));
            } else {
                // Any version of the key, or what was there from the beginning.
                int which = random.nextInt(ofKey.size() + 1);
                long version = which == 0 ? 0 : ofKey.get(which - 1).version();
                long expected = which == ofKey.size()
                        ? KeyVersions.FRESH
                        : nowNanos - ofKey.get(which).atNanos();
                assertThat(versions.staleNanos(key, KeyVersions.initial(dataset) | version, nowNanos))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void theSameKeyOfAnotherStoreIsAnother() {
        KeyVersions versions = new KeyVersions();
        int one = versions.dataset("one");
        int other = versions.dataset("other");
        long first = versions.write(one, 7, 10, 1);
        versions.write(other, 7, 20, 2);
        assertThat(versions.staleNanos(7, first, 30)).isEqualTo(KeyVersions.FRESH);
        assertThat(versions.staleNanos(7, KeyVersions.initial(other), 30)).isEqualTo(10);
    }

    @Test
    void whatIsForgottenIsAsOldAsTheOldestThatIsNot() {
        KeyVersions versions = new KeyVersions();
        int dataset = versions.dataset("db");
        long forgotten = versions.write(dataset, 1, 1, 1);
        long newest = versions.write(dataset, 2, 2, 1);
        versions.write(dataset, 1, 3, 1);
        for (long nowNanos = 4; nowNanos < 10 + KeyVersions.REMEMBERED; nowNanos++) {
            versions.write(dataset, 3, nowNanos, 1);
        }
        long nowNanos = 10 + KeyVersions.REMEMBERED;
        assertThat(versions.staleNanos(1, forgotten, nowNanos)).isEqualTo(KeyVersions.REMEMBERED);
        assertThat(versions.staleNanos(2, newest, nowNanos)).isEqualTo(KeyVersions.FRESH);
    }
}
