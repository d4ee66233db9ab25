package roundhouse.workbench.compare.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.analysis.ComparedDesign;
import roundhouse.topology.Topology;
import roundhouse.workbench.origins.AskedFigure;

/** Every figure of designs that are compared at once says where it comes from. */
class FigureOriginsTest {
    private static final Topology DESIGN = Topology.EMPTY.withWarmUp(Duration.ofSeconds(2));
    private static final Entrant ENTRANT = new Entrant(
            "Random", "", ComparedDesign.of(DESIGN), Duration.ofSeconds(10).toNanos());

    @ParameterizedTest
    @EnumSource
    void noFigureComesFromNowhere(ComparedFigure figure) {
        AskedFigure asked = FigureOrigins.live(figure, ENTRANT, 5_000_000_000L);
        assertThat(asked.label()).isEqualTo(figure.heading() + " of “Random”");
        assertThat(asked.origin().what()).isEqualTo(figure.help());
        assertThat(List.of(
                        asked.origin().formula(),
                        asked.origin().unit(),
                        asked.origin().inputs(),
                        asked.origin().notModelled(),
                        asked.origin().noTheory()))
                .noneMatch(String::isBlank);
    }

    @Test
    void aMeanSaysOfWhichRunsAndWhichStretchOfThemItIs() {
        MeasuredRow row = MeasuredRow.of(3, ENTRANT);
        assertThat(FigureOrigins.overSeeds(ComparedFigure.MEAN, row).samples()).startsWith("One run, which is not");
        MeasuredRow once = row.measured(42, Map.of(ComparedFigure.MEAN, 1e6));
        assertThat(FigureOrigins.overSeeds(ComparedFigure.MEAN, once).samples()).isEqualTo("1 run, with seed 42.");
        AskedFigure twice =
                FigureOrigins.overSeeds(ComparedFigure.MEAN, once.measured(1_043, Map.of(ComparedFigure.MEAN, 2e6)));
        assertThat(twice.samples()).isEqualTo("2 runs, with seeds 42 to 1043.");
        assertThat(twice.origin().formula()).contains("mean over seeds").contains("95 %");
        assertThat(twice.compared().orElseThrow().span()).startsWith("From 00:02.000 to 00:10.000.");
    }
}
