package roundhouse.caching.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BansTest {
    private final Bans bans = new Bans();

    @Test
    void aBanHitsWhatIsOlderAndOfItsGroup() {
        bans.ban(1, 100);
        assertThat(bans.hits(1, 99)).isTrue();
        assertThat(bans.hits(1, 100)).as("stored at that moment").isFalse();
        assertThat(bans.hits(2, 99)).as("another group").isFalse();
        bans.ban(1, 200);
        assertThat(bans.hits(1, 150)).isTrue();
        assertThat(bans.size()).isOne();
    }

    @Test
    void aBanOfAllStandsForThoseBefore() {
        bans.ban(1, 100);
        bans.banAll(150);
        assertThat(bans.size()).isZero();
        assertThat(bans.hits(1, 99)).isTrue();
        assertThat(bans.hits(7, 149)).isTrue();
        assertThat(bans.hits(7, 150)).isFalse();
        bans.ban(7, 300);
        assertThat(bans.hits(7, 200)).isTrue();
        assertThat(bans.hits(1, 200)).isFalse();
    }
}
