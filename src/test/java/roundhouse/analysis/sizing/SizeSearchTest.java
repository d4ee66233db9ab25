package roundhouse.analysis.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Units.Parsed;

class SizeSearchTest {
    private static Topology system(String price) {
        return ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "name": "Sized", "duration": "10s", "warm-up": "2s",
                  "nodes": [
                    { "id": "c", "kind": "clients", "arrivals": { "type": "poisson", "rate": "400/s" } },
                    { "id": "lb", "kind": "load-balancer", "algorithm": "least-connections" },
                    { "id": "web", "kind": "server", "service": { "type": "exponential", "mean": "10ms" }%s } ],
                  "links": [ { "from": "c", "to": "lb" }, { "from": "lb", "to": "web" } ] }
                """.formatted(price))).topology();
    }

    private static SweepPlan plan(Topology topology, String... varied) {
        List<Variable> variables = new ArrayList<>();
        for (String text : varied) {
            variables.add(((Parsed.Value<Variable>) Variable.parse(text)).value());
        }
        return new SweepPlan(topology, variables, 1, Duration.ofSeconds(10));
    }

    private static Goals goals(Topology topology) {
        return ((Parsed.Value<Goals>) Goals.parse(List.of("p99 < 60ms", "rejected < 0.1%"), topology)).value();
    }

    private static Size size(SweepPlan plan, int workers) {
        try (Trials trials = new Trials(goals(plan.start()), plan.length(), 4, workers, () -> false)) {
            return new SizeSearch(plan, trials).find();
        }
    }

    /** What bisection finds is what trying each would find. */
    @Test
    void theCheapestIsTheOneThatTryingEachFinds() {
        SweepPlan plan = plan(system(", \"price\": \"0.10/h + 0.01/core-h\""), "web.count=1..12", "web.cores=1,2");
        Size size = size(plan, 2);
        assertThat(size.along()).hasValue("web.count");
        Trial cheapest = size.cheapest().orElseThrow();
        double least = Double.POSITIVE_INFINITY;
        try (Trials trials = new Trials(goals(plan.start()), plan.length(), 4, 2, () -> false)) {
            for (long point = 0; point < plan.points(); point++) {
                Trial trial = trials.of(plan.values(point), ((Parsed.Value<Topology>) plan.design(point)).value());
                least = trial.isMet() ? Math.min(least, trial.cost()) : least;
            }
            assertThat(size.runs()).isLessThan(trials.made() / 2);
        }
        assertThat(cheapest.cost()).isEqualTo(least);
        assertThat(cheapest.values()).containsExactly("3", "2");
        assertThat(size.frontier()).isNotEmpty().allMatch(trial -> trial.cost() > 0);
    }

    /** What a group costs is what its servers do: as many of them meet the goals as of servers by themselves. */
    @Test
    void aGroupCostsWhatItsServersDo() {
        for (String price : List.of("", ", \"price\": \"0.10/h + 0.01/core-h\"")) {
            Topology group = ((ReadResult.Read) TopologyFile.parse("""
                    { "format": 1, "name": "Sized", "duration": "10s", "warm-up": "2s",
                      "nodes": [
                        { "id": "c", "kind": "clients", "arrivals": { "type": "poisson", "rate": "400/s" } },
                        { "id": "lb", "kind": "load-balancer", "algorithm": "least-connections" },
                        { "id": "web", "kind": "server-group", "count": 2,
                          "server": { "service": { "type": "exponential", "mean": "10ms" }%s } } ],
                      "links": [ { "from": "c", "to": "lb" }, { "from": "lb", "to": "web" } ] }
                    """.formatted(price))).topology();
            Size size = size(plan(group, "web.count=1..12", "web.server.cores=1,2"), 2);
            assertThat(size.priced()).isEqualTo(!price.isEmpty());
            assertThat(size.along()).hasValue("web.count");
            Trial cheapest = size.cheapest().orElseThrow();
            Trial single = size(plan(system(price), "web.count=1..12", "web.cores=1,2"), 2)
                    .cheapest()
                    .orElseThrow();
            assertThat(cheapest.values()).isEqualTo(single.values());
            assertThat(cheapest.cost()).isCloseTo(single.cost(), within(1e-9));
        }
    }

    @Test
    void itIsTheSameWhateverTheNumberOfWorkers() {
        SweepPlan plan = plan(system(""), "web.count=1..12");
        assertThat(size(plan, 1)).isEqualTo(size(plan, 3));
    }

    /** Ten erlangs and no room for them. */
    @Test
    void itSaysThatNoneIsEnough() {
        Size size = size(plan(system(""), "web.count=1..3"), 2);
        assertThat(size.cheapest()).isEmpty();
        assertThat(size.priced()).isFalse();
        assertThat(size.tried()).hasSize(1);
    }

    @Test
    void whoStopsItKeepsWhatWasTried() {
        SweepPlan plan = plan(system(""), "web.count=1..12");
        List<Long> made = new ArrayList<>(List.of(0L));
        try (Trials trials = new Trials(goals(plan.start()), plan.length(), 2, 1, () -> made.getFirst() >= 4)) {
            SizeSearch search = new SizeSearch(plan, new Trials(goals(plan.start()), plan.length(), 2, 1, () -> false));
            assertThat(search.find().cheapest()).isPresent();
            made.set(0, 4L);
            SizeSearch stopped = new SizeSearch(plan, trials);
            assertThatThrownBy(stopped::find).isInstanceOf(CancellationException.class);
            assertThat(stopped.soFar().tried()).isEmpty();
            assertThat(search.soFar().cheapest()).isPresent();
        }
    }
}
