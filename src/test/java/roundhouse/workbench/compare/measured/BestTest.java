package roundhouse.workbench.compare.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.analysis.ComparedDesign;
import roundhouse.topology.Topology;

class BestTest {
    private static MeasuredRow row(int number, double... values) {
        MeasuredRow row = MeasuredRow.of(number, new Entrant("", "", ComparedDesign.of(Topology.EMPTY), 0));
        for (int i = 0; i < values.length; i++) {
            row = row.measured(i, Map.of(ComparedFigure.MEAN, values[i], ComparedFigure.SUCCEEDED, values[i]));
        }
        return row;
    }

    @Test
    void theBestIsSureWhereEveryIntervalSaysSo() {
        MeasuredRow slow = row(1, 50e6, 70e6, 60e6);
        MeasuredRow fast = row(2, 40e6, 60e6, 50.5e6);
        assertThat(Best.of(ComparedFigure.MEAN, List.of(slow, fast))).isEqualTo(new Best(Set.of(2), true));
        MeasuredRow near = row(3, 39e6, 62e6, 50.5e6);
        assertThat(Best.of(ComparedFigure.MEAN, List.of(slow, fast, near)))
                .as("it may be chance")
                .isEqualTo(new Best(Set.of(2), false));
        assertThat(Best.of(ComparedFigure.SUCCEEDED, List.of(slow, fast)).rows())
                .as("more is better")
                .containsExactly(1);
    }

    @Test
    void whatIsWrittenAlikeIsBestTogetherAndMostAreNot() {
        MeasuredRow first = row(1, 10e6, 10e6);
        MeasuredRow second = row(2, 10.001e6, 10e6);
        MeasuredRow third = row(3, 20e6, 20e6);
        MeasuredRow fourth = row(4, 30e6, 30e6);
        assertThat(Best.of(ComparedFigure.MEAN, List.of(first, second, third, fourth))
                        .rows())
                .containsExactly(1, 2);
        assertThat(Best.of(ComparedFigure.MEAN, List.of(first, second, third))).isEqualTo(Best.NONE);
        assertThat(Best.of(ComparedFigure.MEAN, List.of(first))).isEqualTo(Best.NONE);
        assertThat(Best.of(ComparedFigure.MEAN, List.of(first, row(2))))
                .as("not measured")
                .isEqualTo(Best.NONE);
        assertThat(Best.of(ComparedFigure.P99, new double[] {Double.NaN, 3e6, 2e6}))
                .containsExactly(2);
    }
}
