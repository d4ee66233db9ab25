package roundhouse.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.PairedRuns;
import roundhouse.analysis.RunComparison;
import roundhouse.analysis.queueing.Quantity;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.origins.AskedFigure;

/** Every row of a comparison says where it comes from. */
class CompareOriginsTest {
    private static final long SECOND = 1_000_000_000L;

    private static final List<ComparedDesign> DESIGNS = designs();
    private static final RunComparison COMPARISON = comparison();

    private static List<ComparedDesign> designs() {
        return switch (TopologyFile.read(Path.of("samples", "six-places-to-cache.json"))) {
            case ReadResult.Read(Topology topology) ->
                List.of(
                        ComparedDesign.of(topology),
                        ComparedDesign.of(topology)
                                .balancedBy(Algorithm.of("random").orElseThrow()));
            case ReadResult.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private static RunComparison comparison() {
        PairedRuns runs = new PairedRuns(DESIGNS.getFirst(), DESIGNS.getLast(), 11 * SECOND, 12 * SECOND);
        runs.finish();
        return runs.result();
    }

    private static AskedFigure asked(String row) {
        return Row.of(COMPARISON).stream()
                .filter(one -> one.name().equals(row))
                .map(one -> CompareOrigins.asked(one, COMPARISON, DESIGNS))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noRowComesFromNowhere() {
        assertThat(Row.of(COMPARISON)).hasSizeGreaterThan(20).allSatisfy(row -> {
            AskedFigure asked = CompareOrigins.asked(row, COMPARISON, DESIGNS);
            assertThat(List.of(
                            asked.origin().what(),
                            asked.origin().formula(),
                            asked.origin().unit(),
                            asked.origin().inputs(),
                            asked.origin().notModelled(),
                            asked.samples()))
                    .as(row.name())
                    .noneMatch(String::isBlank);
            assertThat(asked.origin().noTheory().isEmpty())
                    .as("%s has a closed form or says why none", row.name())
                    .isEqualTo(!asked.origin().compared().isEmpty());
        });
    }

    @Test
    void whatIsPairedSaysOfHowManyAndFromWhen() {
        AskedFigure mean = asked("Mean latency");
        assertThat(mean.samples())
                .isEqualTo("%s requests, %s batches."
                        .formatted(
                                FigureText.count(COMPARISON.goodPairs()),
                                FigureText.count(COMPARISON.latency().batches())));
        assertThat(mean.compared().orElseThrow().span())
                .startsWith("Requests that began from 00:11.000 on, to 00:12.000.");
        assertThat(mean.node()).isEmpty();
    }

    /** Both runs are measured against the utilisation law. */
    @Test
    void aNodesUtilisationHasItsTheoryInBothRuns() {
        AskedFigure busy = Row.of(COMPARISON).stream()
                .filter(row -> row.node().isPresent())
                .map(row -> CompareOrigins.asked(row, COMPARISON, DESIGNS))
                .findFirst()
                .orElseThrow();
        assertThat(busy.origin().compared()).containsExactly(Quantity.UTILISATION);
        assertThat(busy.compared().orElseThrow().designs()).isEqualTo(DESIGNS);
        assertThat(busy.compared().orElseThrow().span()).startsWith("The whole of both runs to 00:12.000");
    }
}
