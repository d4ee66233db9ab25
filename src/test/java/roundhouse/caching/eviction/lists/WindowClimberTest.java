package roundhouse.caching.eviction.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The search for the window's share, sample by sample. */
final class WindowClimberTest {
    private final WindowClimber climber = new WindowClimber();

    private void see(int hits, int misses) {
        for (int i = 0; i < hits; i++) {
            climber.hit();
        }
        for (int i = 0; i < misses; i++) {
            climber.miss();
        }
    }

    private long after(int hits, int misses) {
        see(hits, misses);
        climber.decide(hits + misses);
        return climber.adjustment();
    }

    @Test
    void aLargeCacheBeginsByNarrowingByASixteenth() {
        climber.capacity(1_600);
        assertThat(climber.adjustment()).isZero();
        assertThat(after(50, 50)).isEqualTo(-100);
    }

    @Test
    void aSmallCacheBeginsByWidening() {
        climber.capacity(512);
        assertThat(after(50, 50)).isEqualTo(32);
        climber.capacity(513);
        assertThat(after(50, 50)).isEqualTo(-32);
        climber.capacity(16);
        assertThat(after(50, 50)).as("two at least").isEqualTo(2);
    }

    @Test
    void itGoesOnWhileTheRatioDoesNotFallByStepsThatShrink() {
        climber.capacity(1_600);
        after(50, 50);
        assertThat(after(51, 49)).as("the first sample was a jump of a half").isEqualTo(-100);
        assertThat(after(51, 49)).isEqualTo(-98);
        assertThat(after(51, 49)).isEqualTo(-96);
    }

    @Test
    void itTurnsRoundWhenTheRatioFalls() {
        climber.capacity(1_600);
        after(50, 50);
        assertThat(after(49, 51)).isEqualTo(100);
        assertThat(after(48, 52)).isEqualTo(-98);
    }

    @Test
    void aJumpOfFivePercentRestartsAtFullSteps() {
        climber.capacity(1_600);
        after(50, 50);
        after(51, 49);
        after(51, 49);
        assertThat(after(64, 36)).isEqualTo(-96);
        assertThat(after(64, 36)).as("a full step once more").isEqualTo(-100);
        after(32, 68);
        assertThat(after(32, 68)).as("after a fall, the other way").isEqualTo(100);
    }

    @Test
    void aSmallCacheSlowsDownLess() {
        climber.capacity(512);
        after(0, 100);
        assertThat(after(0, 100)).as("99.5 % of 32").isEqualTo(31);
        climber.left(7);
        assertThat(after(0, 100))
                .as("its sample is longer now, by two steps of 0.5 %")
                .isEqualTo(7);
        climber.miss();
        climber.decide(100);
        assertThat(climber.adjustment()).isEqualTo(31);
    }

    @Test
    void aSampleThatIsNotFullDecidesNothing() {
        climber.capacity(1_600);
        see(50, 49);
        climber.decide(100);
        assertThat(climber.adjustment()).isZero();
        see(0, 1);
        climber.decide(100);
        assertThat(climber.adjustment()).isEqualTo(-100);
        climber.left(-40);
        climber.decide(100);
        assertThat(climber.adjustment()).as("the next sample begins empty").isEqualTo(-40);
    }

    @Test
    void aFullSampleThatIsSkippedCountsNoMore() {
        climber.capacity(1_600);
        after(50, 50);
        see(0, 99);
        climber.skip(100);
        see(0, 1);
        climber.skip(100);
        climber.left(0);
        climber.decide(1);
        assertThat(climber.adjustment()).as("skipped").isZero();
        assertThat(after(50, 50))
                .as("the ratio before is that of the last decision")
                .isEqualTo(-100);
    }

    @Test
    void whatIsForgottenCountsNoMore() {
        climber.capacity(1_600);
        see(50, 49);
        climber.forget();
        see(1, 0);
        climber.decide(100);
        assertThat(climber.adjustment()).isZero();
    }

    /** The step is 1/16 of the capacity at most, so a sample is longer only as far as the step is shorter, four times at most. */
    @Test
    void aSmallCacheTakesLongerSamplesAsStepsShrink() {
        climber.capacity(512);
        int sample = 1_000;
        int turns = 0;
        while (fills(sample) < 2 * sample && turns < 200) {
            turns++;
        }
        assertThat(turns).as("so many steps of 99.5 % make a half").isBetween(138, 140);
        for (int i = 0; i < 200; i++) {
            fills(sample);
        }
        assertThat(fills(sample)).isEqualTo(4 * sample);
        climber.capacity(0);
        see(0, sample);
        climber.decide(sample);
        assertThat(climber.adjustment())
                .as("nothing is kept, a sample is as it was")
                .isEqualTo(2);
    }

    /** How many requests it takes until it has decided. */
    private int fills(int sample) {
        climber.left(Long.MAX_VALUE);
        int requests = 0;
        while (climber.adjustment() == Long.MAX_VALUE && requests < 10 * sample) {
            climber.miss();
            requests++;
            climber.decide(sample);
        }
        return requests;
    }
}
