package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities as people type them. */
class TypedQuantitiesTest extends Inspected {
    TypedQuantitiesTest() {
        super(twoBalancers());
        select("clients");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5sec|5000", "1,500ms|1500", "0.5 s|500", "2e3 ms|2000", "3 Seconds|3000", "2m|120000", "0.5 S|500"
            })
    void durations(String typed, long millis) {
        set("timeout", typed);
        assertThat(clients().timeout()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1e3|1000/s", "2,500|2500/s", "2\u202f500|2500/s", "750|750/s", "90 rps|90/s"})
    void aRateHasOneUnitOnly(String typed, String shown) {
        String key = keys().stream()
                .filter(name -> name.endsWith("rate"))
                .findFirst()
                .orElseThrow();
        set(key, "7/s");
        set(key, typed);
        assertThat(line(key).valueProperty().get()).isEqualTo(shown);
    }

    @Test
    void whatIsRefusedSaysThatTheOldValueStillHolds() {
        set("timeout", "2s");
        for (String typed : new String[] {"7", "1,5s", "soon"}) {
            assertThat(line("timeout").commit(typed)).as(typed).isFalse();
            assertThat(line("timeout").errorProperty().get())
                    .startsWith("Found ")
                    .endsWith(" It is still 2s.");
        }
        assertThat(clients().timeout()).isEqualTo(Duration.ofSeconds(2));
    }
}
