package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many calls one request becomes over all tiers. */
final class CallTreeTest {
    private static String calling(String id, String to, int count) {
        return id + " server \"calls\": [ { \"to\": \"" + to + "\", \"count\": " + count + " } ]";
    }

    private static GraphTrial chain(int tiers, int count) {
        GraphTrial trial = new GraphTrial();
        for (int i = 0; i < tiers; i++) {
            trial.add(calling("s" + i, "s" + (i + 1), count));
            trial.add("s" + i + " > s" + (i + 1));
        }
        trial.add("s" + tiers + " server");
        return trial;
    }

    @Test
    void whoCallsNobodyMakesNone() {
        assertThat(chain(1, 1).tooMany("s1")).isEmpty();
    }

    /** Ten calls in each of four tiers are 10 + 100 + 1,000 + 10,000; in five tiers 111,110. */
    @Test
    void callsMultiplyOverTiers() {
        assertThat(chain(4, 10).tooMany("s0")).isEmpty();
        assertThat(chain(5, 10).tooMany("s0"))
                .contains("a request at s0 would become 111,110 calls in all; at most 100,000 are allowed");
        assertThat(chain(5, 10).tooMany("s1")).isEmpty();
    }

    @Test
    void aBalancerBetweenSendsEachRequestToOneOfItsTargets() {
        GraphTrial trial = chain(4, 10);
        trial.add("lb load-balancer");
        trial.add("other server");
        trial.add("lb > s0");
        trial.add("lb > other");
        trial.add(calling("ten", "lb", 10));
        trial.add("ten > lb");
        trial.add(calling("nine", "lb", 8));
        trial.add("nine > lb");
        assertThat(trial.tooMany("ten"))
                .contains("a request at ten would become 111,110 calls in all; at most 100,000 are allowed");
        assertThat(trial.tooMany("nine")).isEmpty();
    }

    @Test
    void theServersOfAGroupCallAsOneDoes() {
        GraphTrial trial = chain(4, 10);
        trial.graph.add(
                GraphTrial.node(
                        "g server-group \"count\": 2, \"server\": { \"service\": \"1ms\", \"calls\": [ { \"to\": \"s0\", \"count\": 10 } ] }"));
        trial.add("g > s0");
        assertThat(trial.tooMany("g")).isPresent();
    }
}
