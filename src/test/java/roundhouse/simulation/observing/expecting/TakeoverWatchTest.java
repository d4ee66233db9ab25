package roundhouse.simulation.observing.expecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.kernel.Kernel;
import roundhouse.simulation.balancing.TakeoverLog;
import roundhouse.topology.expectations.Expectation;

final class TakeoverWatchTest {
    private static final Expectation.Takeover WITHIN_A_SECOND =
            new Expectation.Takeover("lb-2", Duration.ofSeconds(1), "lb-1");
    private static final long SECOND = 1_000_000_000L;

    private final Kernel kernel = new Kernel();
    private final TakeoverLog log = new TakeoverLog();

    private TakeoverWatch watch() {
        return new TakeoverWatch(kernel, log, WITHIN_A_SECOND, 0);
    }

    @Test
    void theFirstOfSeveralCrashesBeforeATakeoverDecides() {
        TakeoverWatch watch = watch();
        log.crashed("lb-1", SECOND, false);
        log.crashed("lb-1", SECOND + 500_000_000, false);
        log.tookOver("lb-2", SECOND + 900_000_000);
        assertThat(watch.verdict()).isEqualTo(new Verdict.Met(WITHIN_A_SECOND, 0.9e9, "after the crash at 1s"));
    }

    @Test
    void writtenAfterTheCrashItIsToldOfIt() {
        log.crashed("lb-1", SECOND, false);
        log.tookOver("lb-2", 3 * SECOND);
        assertThat(watch().verdict()).isEqualTo(new Verdict.Missed(WITHIN_A_SECOND, 2e9, "after the crash at 1s"));
    }

    @Test
    void writtenAfterMoreThanIsKeptItKnowsNothing() {
        for (int i = 0; i <= TakeoverLog.TOLD_AFTERWARDS; i++) {
            log.crashed("lb-1", i, false);
        }
        assertThat(watch().verdict())
                .isEqualTo(new Verdict.Unknown(
                        WITHIN_A_SECOND,
                        "it was written when the run had got past its beginning; restart to measure it"));
    }
}
