package roundhouse.workbench.tradeoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacelcModelTest {
    private static PacelcPoint point(String setting, long millis, double share, int runs) {
        return new PacelcPoint(0, setting, millis * 1_000_000, share, share == 0 ? 0 : 40_000_000, runs, 5);
    }

    private static PacelcModel model(PacelcPoint... points) {
        PacelcModel model = new PacelcModel("Median latency");
        model.show(List.of(points), List.of());
        return model;
    }

    @Test
    void whatIsShownReplacesWhatWas() {
        PacelcModel model = model(point("sync", 40, 0, 1), point("async", 2, 0.5, 1));
        int before = model.changesProperty().get();
        assertThat(model.inOrder()).extracting(PacelcPoint::setting).containsExactly("async", "sync");
        model.show(List.of(point("sync", 44, 0, 5)), List.of());
        assertThat(model.points()).containsExactly(point("sync", 44, 0, 5));
        assertThat(model.points().getFirst().isDone()).isTrue();
        assertThat(model.changesProperty().get()).isGreaterThan(before);
    }

    @Test
    void aPointIsToldWithItsUnits() {
        PacelcModel model = model();
        assertThat(model.told(point("async", 2, 0.125, 3)))
                .isEqualTo("async: 2.00 ms, 12.5 % of reads stale, by 40.0 ms; 3 of 5 runs");
        assertThat(model.told(point("sync", 44, 0, 5))).isEqualTo("sync: 44.0 ms, no stale reads");
        PacelcModel parted = new PacelcModel(PacelcModel.Across.REFUSED, "Share not answered");
        assertThat(parted.told(new PacelcPoint(0, "R 2, W 2", 0.333, 0, 0, 1, 1)))
                .isEqualTo("R 2, W 2: 33.3 % not answered, no stale reads");
        assertThat(parted.told(new PacelcPoint(0, "R 1, W 1", 0, 0.45, 15_000_000_000L, 1, 1)))
                .isEqualTo("R 1, W 1: all answered, 45.0 % of reads stale, by 15.0 s");
        assertThatThrownBy(() -> point("sync", 44, Double.NaN, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> point("sync", -1, 0, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stalenessIsAShareOrAnAge() {
        PacelcModel model = model(point("async", 2, 0.5, 1));
        assertThat(model.mostStale()).isEqualTo(0.5);
        model.stalenessProperty().set(PacelcModel.Staleness.AGE);
        assertThat(model.mostStale()).isEqualTo(40e6);
    }

    @Test
    void whatIsNotAnsweredIsAShareFromNothing() {
        PacelcModel parted = new PacelcModel(PacelcModel.Across.REFUSED, "Share not answered");
        parted.show(List.of(new PacelcPoint(0, "R 2, W 2", 0.333, 0, 0, 1, 1)), List.of());
        PacelcAxis axis = parted.axis();
        assertThat(axis.at(0)).isZero();
        assertThat(axis.marks().stream().map(axis::text))
                .containsExactly("0.0 %", "10.0 %", "20.0 %", "30.0 %", "40.0 %");
    }

    @ParameterizedTest
    @CsvSource({"0.42, 0.5, 0.1", "0.5, 0.5, 0.1", "0.97, 1.0, 0.2", "0, 0.01, 0.002", "0.031, 0.04, 0.01"})
    void theAxisEndsAtARoundMark(double value, double most, double step) {
        StaleScale scale = StaleScale.upTo(value, PacelcModel.Staleness.SHARE);
        assertThat(scale.most()).isCloseTo(most, within(1e-9));
        assertThat(scale.step()).isCloseTo(step, within(1e-9));
        assertThat(scale.marks().getFirst()).isZero();
        assertThat(scale.marks().getLast()).isCloseTo(most, within(1e-9));
        assertThat(scale.at(most)).isCloseTo(1, within(1e-9));
    }

    @Test
    void marksHaveTheirUnit() {
        StaleScale ages = StaleScale.upTo(41_000_000, PacelcModel.Staleness.AGE);
        assertThat(ages.marks().stream().map(ages::text))
                .containsExactly("0 ns", "10.0 ms", "20.0 ms", "30.0 ms", "40.0 ms", "50.0 ms");
        StaleScale shares = StaleScale.upTo(0.42, PacelcModel.Staleness.SHARE);
        assertThat(shares.text(0.1)).isEqualTo("10.0 %");
    }

    @Test
    void fasterIsFurtherLeftAndFresherIsLower() {
        PacelcModel model = model(point("async", 2, 0.5, 5), point("sync", 44, 0, 5));
        PacelcPlaces places = new PacelcPlaces(model, 600, 400);
        assertThat(places.of(model.points().get(0)).getX())
                .isLessThan(places.of(model.points().get(1)).getX());
        assertThat(places.of(model.points().get(0)).getY()).isCloseTo(PacelcPlaces.TOP, within(1e-9));
        assertThat(places.of(model.points().get(1)).getY())
                .isCloseTo(400 - PacelcPlaces.BOTTOM - PacelcPlaces.FOOT, within(1e-9));
    }

    @Test
    void namesCoverNeitherEachOtherNorPoints() {
        PacelcModel model = model(IntStream.range(0, 12)
                .mapToObj(i -> point("setting " + i, 2 + i % 3, 0.1 * (i % 5), 5))
                .toArray(PacelcPoint[]::new));
        PacelcPlaces places = new PacelcPlaces(model, 500, 260);
        List<Bounds> names =
                new ArrayList<>(places.names(point -> 7.0 * point.setting().length()));
        assertThat(names).hasSize(12);
        names.removeIf(name -> name.getWidth() == 0);
        assertThat(names.size()).isGreaterThan(5);
        for (Bounds name : names) {
            assertThat(names.stream().filter(name::intersects)).hasSize(1);
            assertThat(model.points()).noneMatch(point -> name.contains(places.of(point)));
            assertThat(name.getMinX()).isGreaterThanOrEqualTo(PacelcPlaces.LEFT);
            assertThat(name.getMaxX()).isLessThanOrEqualTo(500);
        }
    }
}
