package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;

/** Whether clients try again or send twice. */
class ClientsFieldsTest extends Inspected {
    ClientsFieldsTest() {
        super(nodes(1, 1).with(link("lb-1", "s1")));
    }

    @Test
    void retriesOnWhatForHowLongAndWithWhatBudget() {
        select("clients");
        set("retries.attempts", "3");
        assertThat(keys("retries.on.")).hasSize(Retries.ANY.size());
        set("retries.on.rejected", "off");
        set("retries.on.timed-out", "off");
        assertThat(clients().retries().on()).containsExactly(Outcome.REFUSED, Outcome.FAILED);
        set("retries.on.rejected", "on");
        set("retries.total", "2s");
        set("retries.budget", "on");
        set("retries.budget.share", "0.1");
        set("retries.budget.floor", "5/s");
        assertThat(clients().retries())
                .isEqualTo(new Retries(
                        3,
                        Retries.NONE.backoff(),
                        Retries.NONE.maxBackoff(),
                        Retries.NONE.jitter(),
                        Set.of(Outcome.REFUSED, Outcome.REJECTED, Outcome.FAILED),
                        Duration.ofSeconds(2),
                        new Retries.Budget(0.1, 5)));
        set("retries.total", "");
        set("retries.budget", "off");
        assertThat(clients().retries().total()).isNull();
        assertThat(clients().retries().budget()).isNull();
    }

    @Test
    void hedging() {
        select("clients");
        set("hedge", "on");
        set("hedge.after", "20ms");
        set("hedge.most", "2");
        assertThat(clients().hedge()).isEqualTo(new Hedge(Duration.ofMillis(20), 2));
        assertThat(line("hedge.most").commit("11")).isFalse();
        set("hedge", "off");
        assertThat(clients().hedge()).isNull();
    }
}
