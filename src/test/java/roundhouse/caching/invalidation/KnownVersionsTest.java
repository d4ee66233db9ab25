package roundhouse.caching.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class KnownVersionsTest {
    @Test
    void aVersionIsBelievedForAWhile() {
        KnownVersions versions = new KnownVersions(100);
        assertThat(versions.known(1, 0)).isEqualTo(KnownVersions.UNKNOWN);
        versions.learn(1, 5, 10);
        assertThat(versions.known(1, 109)).isEqualTo(5);
        assertThat(versions.known(1, 110)).isEqualTo(KnownVersions.UNKNOWN);
        versions.learn(1, 5, 200);
        assertThat(versions.known(1, 299)).as("seen again").isEqualTo(5);
        assertThat(versions.size()).isOne();
        versions.clear();
        assertThat(versions.size()).isZero();
        assertThat(versions.known(1, 20)).isEqualTo(KnownVersions.UNKNOWN);
        versions.learn(1, 2, 300);
        assertThat(versions.known(1, 310))
                .as("older than before, and all that is known")
                .isEqualTo(2);
    }

    @Test
    void theKeyBehindANameIsFoundAgain() {
        for (long key : new long[] {0, 1, 42, 1L << 41 | 7, -5, Long.MIN_VALUE}) {
            for (long version : new long[] {0, 1, 123_456}) {
                assertThat(KnownVersions.keyBehind(KnownVersions.keyOf(key, version), version))
                        .isEqualTo(key);
            }
        }
    }

    @Test
    void whatCameLateSaysNothing() {
        KnownVersions versions = new KnownVersions(100);
        versions.learn(1, 5, 10);
        versions.learn(1, 4, 50);
        assertThat(versions.known(1, 60)).isEqualTo(5);
        assertThat(versions.known(1, 110))
                .as("nor is it a reason to believe longer")
                .isEqualTo(KnownVersions.UNKNOWN);
    }

    @Test
    void whoeverAsksEachTimeKnowsNothing() {
        KnownVersions versions = new KnownVersions(0);
        versions.learn(1, 5, 10);
        assertThat(versions.known(1, 10)).isEqualTo(KnownVersions.UNKNOWN);
    }

    @Test
    void eachVersionHasAKeyOfItsOwn() {
        Set<Long> keys = new TreeSet<>();
        for (long key = 0; key < 300; key++) {
            for (long version = 0; version < 300; version++) {
                keys.add(KnownVersions.keyOf(key, version));
            }
        }
        assertThat(keys).hasSize(90_000);
    }
}
