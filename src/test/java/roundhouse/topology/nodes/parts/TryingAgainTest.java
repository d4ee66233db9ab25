package roundhouse.topology.nodes.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** What a client tries again, and what a balancer gives to a target again. */
final class TryingAgainTest {
    private final RecordTrial<Retries> retries = new RecordTrial<>(Retries.SETTINGS);
    private final RecordTrial<FailoverPolicy> policies = new RecordTrial<>(FailoverPolicy.SETTINGS);

    @Test
    void clientsTryOnceWhereNothingIsSaid() {
        assertThat(Retries.NONE)
                .isEqualTo(new Retries(
                        1,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(10),
                        1,
                        EnumSet.complementOf(EnumSet.of(Outcome.OK)),
                        null,
                        null));
        assertThat(retries.refusal("{}")).containsExactly(" a retry policy needs \"attempts\", like 3");
    }

    @Test
    void aFormShowsHowRetriesGoWhereThereAreAny() {
        assertThat(retries.shown(Retries.NONE)).containsExactly("attempts");
        assertThat(retries.shown(retries.read("{ \"attempts\": 2 }")))
                .containsExactly(
                        "attempts",
                        "backoff",
                        "max-backoff",
                        "jitter",
                        "on.refused",
                        "on.rejected",
                        "on.failed",
                        "on.timed-out",
                        "total",
                        "budget");
    }

    @Test
    void retriesAreReadAsTheyAreWritten() {
        String text =
                "{ \"attempts\": 3, \"backoff\": \"0s\", \"jitter\": 0.5, \"on\": [\"failed\"], \"total\": \"2s\", \"budget\": { \"share\": 0.1 } }";
        Retries read = retries.read(text);
        assertThat(retries.written(read)).isEqualTo(text);
        assertThat(retries.checked(read)).isEmpty();
        assertThat(read.budget()).isEqualTo(new Retries.Budget(0.1, 10));
    }

    @Test
    void theOutcomesThatAreTriedAgainStandInOneOrder() {
        Retries both = Retries.ON.with(Retries.NONE, Set.of(Outcome.TIMED_OUT, Outcome.REFUSED));
        assertThat(both.on()).containsExactly(Outcome.REFUSED, Outcome.TIMED_OUT);
        assertThat(Retries.ON.with(Retries.NONE, Set.of()).on()).isEmpty();
    }

    @Test
    void aBalancerGivesARequestToOneTargetWhereNothingIsSaid() {
        assertThat(FailoverPolicy.NEVER).isEqualTo(new FailoverPolicy(1, Failure.NGINX, false, null));
        assertThat(new FailoverPolicy(2, Failure.NGINX, true, null))
                .as("another target, and HAProxy's pause")
                .isEqualTo(new FailoverPolicy(
                        2, Failure.NGINX, true, FailoverPolicy.Next.OTHER, Duration.ofSeconds(1), null));
    }

    @Test
    void aFormShowsWhatIsPassedOnWhereTargetsAreTriedAgain() {
        assertThat(policies.shown(FailoverPolicy.NEVER)).containsExactly("tries", "timeout");
        assertThat(policies.shown(policies.read("{ \"tries\": 2 }")))
                .containsExactly(
                        "tries",
                        "on.refused",
                        "on.broken",
                        "on.timed-out",
                        "on.rejected",
                        "on.http-5xx",
                        "writes",
                        "next",
                        "timeout");
    }

    @Test
    void aBalancerWaitsForTheTargetThatFailedIt() {
        assertThat(policies.shown(policies.read("{ \"tries\": 2, \"next\": \"same\" }")))
                .contains("wait");
        assertThat(policies.shown(policies.read("{ \"tries\": 2, \"next\": \"same-then-other\" }")))
                .contains("wait");
        assertThat(policies.shown(policies.read("{ \"tries\": 2, \"next\": \"any\" }")))
                .doesNotContain("wait");
        assertThat(policies.shown(policies.read("{ \"next\": \"same\" }")))
                .as("nothing is tried again")
                .doesNotContain("wait");
    }

    @Test
    void whatIsPassedOnIsReadAsItIsWritten() {
        String text =
                "{ \"tries\": 3, \"on\": \"haproxy\", \"writes\": true, \"next\": \"same\", \"wait\": \"200ms\", \"timeout\": \"30s\" }";
        FailoverPolicy read = policies.read(text);
        assertThat(read)
                .isEqualTo(new FailoverPolicy(
                        3,
                        Failure.HAPROXY,
                        true,
                        FailoverPolicy.Next.SAME,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(30)));
        assertThat(policies.written(read)).isEqualTo(text);
        assertThat(policies.checked(read)).isEmpty();
    }

    @Test
    void ofHedgesItIsSaidAfterHowLong() {
        TypeTrial<Hedge> hedges = new TypeTrial<>(Hedge.TYPE);
        assertThat(hedges.read("{ \"after\": \"50ms\" }")).isEqualTo(new Hedge(Duration.ofMillis(50), 1));
        assertThat(hedges.refusal("{}")).containsExactly("hedging needs \"after\", like \"50ms\"");
    }
}
