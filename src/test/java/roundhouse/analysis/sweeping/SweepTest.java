package roundhouse.analysis.sweeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Units.Parsed;

class SweepTest {
    private static final Topology THREE = ((ReadResult.Read)
                    TopologyFile.read(Path.of("samples", "three-servers.json")))
            .topology()
            .withWarmUp(Duration.ZERO);

    @TempDir
    private Path folder;

    private static SweepPlan plan(int seeds, String... varied) {
        List<Variable> variables = new ArrayList<>();
        for (String text : varied) {
            variables.add(((Parsed.Value<Variable>) Variable.parse(text)).value());
        }
        return new SweepPlan(THREE, variables, seeds, Duration.ofMillis(500));
    }

    private static List<SweepRow> rows(SweepPlan plan, int workers) {
        Sweep sweep = new Sweep(plan);
        assertThat(sweep.run(workers, () -> false, _ -> {})).isTrue();
        return sweep.rows();
    }

    @Test
    void theLastVariesFastestAndEachCombinationRunsUnderEachSeed() {
        SweepPlan plan = plan(2, "s1.cores=1,2", "lb-1.algorithm=random,ip-hash,round-robin");
        assertThat(plan.runs()).isEqualTo(12);
        assertThat(plan.values(0)).containsExactly("1", "random");
        assertThat(plan.values(1)).containsExactly("1", "random");
        assertThat(plan.values(2)).containsExactly("1", "ip-hash");
        assertThat(plan.values(11)).containsExactly("2", "round-robin");
        assertThat(plan.seed(10)).isEqualTo(42);
        assertThat(plan.seed(11)).isEqualTo(43);
    }

    @Test
    void theRowsAreTheSameWhateverTheNumberOfWorkers() {
        SweepPlan plan = plan(3, "s1.cores=1..4", "s2.count=1,2");
        List<SweepRow> alone = rows(plan, 1);
        assertThat(alone).hasSize(24).extracting(SweepRow::digest).doesNotHaveDuplicates();
        assertThat(rows(plan, 2)).isEqualTo(alone);
        assertThat(rows(plan, 7)).isEqualTo(alone);
    }

    @Test
    void eachRowIsThatOfARunOfItsDesign() {
        SweepPlan plan = plan(2, "s1.cores=1,3");
        SweepRow row = rows(plan, 2).get(3);
        Topology design = ((Parsed.Value<Topology>) new VariedSetting("s1.cores").set(THREE, "3")).value();
        Run run = Run.of(design.withSeed(43));
        run.runUntil(500_000_000);
        assertThat(row.digest()).isEqualTo(run.digest());
        assertThat(row.figure(SweepFigure.REQUESTS)).isEqualTo(run.report().requests());
        assertThat(row.figure(SweepFigure.P99)).isEqualTo(run.report().latency().p99Nanos() / 1e9);
    }

    @Test
    void valuesThatCannotBeTogetherAreARowThatSaysSo() {
        List<SweepRow> rows = rows(plan(1, "lb-1.layer=7,4", "lb-1.algorithm=random,hash"), 2);
        assertThat(rows).extracting(row -> row.problem().isPresent()).containsExactly(false, false, false, true);
        assertThat(rows.get(3).problem())
                .hasValueSatisfying(why -> assertThat(why).contains("hash needs layer 7"));
    }

    @Test
    void aPlanThatCannotBeSaysWhy() {
        assertThat(plan(1, "s1.cores=1", "s1.cores=2").refusal()).hasValue("s1.cores is varied twice");
        assertThat(plan(1, "s1.cores=0..3").refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("a whole number from 1 to 1,024"));
        assertThat(plan(1, "seed=1..3").refusal()).isPresent();
        assertThat(plan(200, "s1.cores=1..1000", "s2.cores=1..1000").refusal())
                .hasValue("these are 200,000,000 runs; at most 10,000,000 are made at once");
        assertThat(plan(200, "s1.cores=1..100", "s2.cores=1..100").refusal()).isEmpty();
    }

    @Test
    void whoCancelsKeepsWhatThereIs() {
        SweepPlan plan = plan(10, "s1.cores=1..10");
        Sweep sweep = new Sweep(plan);
        AtomicInteger ended = new AtomicInteger();
        assertThat(sweep.run(2, () -> ended.get() >= 5, _ -> ended.incrementAndGet()))
                .isFalse();
        assertThat(sweep.rows()).hasSizeBetween(5, 7);
        List<SweepRow> all = rows(plan, 2);
        assertThat(sweep.rows())
                .allSatisfy(row -> assertThat(all.get((int) row.run())).isEqualTo(row));
    }

    @Test
    void aSweepThatWasKilledGoesOnWhereItWas() throws IOException {
        SweepPlan plan = plan(2, "s1.cores=1..3");
        Path file = folder.resolve("results.jsonl");
        AtomicInteger ended = new AtomicInteger();
        try (SweepResults results = SweepResults.open(file, plan)) {
            new Sweep(plan).run(1, () -> ended.get() >= 3, row -> {
                results.ended(row);
                ended.incrementAndGet();
            });
        }
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 20));
        Sweep again = new Sweep(plan);
        try (SweepResults results = SweepResults.open(file, plan)) {
            assertThat(results.earlier()).as("the last line was only begun").hasSize(2);
            again.resume(results.earlier());
            AtomicInteger made = new AtomicInteger();
            assertThat(again.run(2, () -> false, row -> {
                        results.ended(row);
                        made.incrementAndGet();
                    }))
                    .isTrue();
            assertThat(made).hasValue(4);
        }
        assertThat(again.rows()).isEqualTo(rows(plan, 1));
        assertThat(Files.readAllLines(file)).hasSize(7);
        try (SweepResults results = SweepResults.open(file, plan)) {
            assertThat(results.earlier()).hasSize(6);
            assertThatThrownBy(() -> SweepResults.open(file, plan)).hasMessageContaining("another sweep");
        }
    }

    @Test
    void resultsOfSomethingElseAreLeftAlone() throws IOException {
        Path file = folder.resolve("results.jsonl");
        SweepResults.open(file, plan(2, "s1.cores=1..3")).close();
        assertThatThrownBy(() -> SweepResults.open(file, plan(3, "s1.cores=1..3")))
                .isInstanceOf(SweepResults.OtherSweepException.class);
        Path other = folder.resolve("notes.txt");
        Files.writeString(other, "do not touch");
        assertThatThrownBy(() -> SweepResults.open(other, plan(2, "s1.cores=1..3")))
                .isInstanceOf(SweepResults.OtherSweepException.class);
        assertThat(other).hasContent("do not touch");
    }
}
