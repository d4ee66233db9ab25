package roundhouse.workbench.tradeoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.storage.quorums.DelayLaw;
import roundhouse.storage.quorums.Wars;

class PacelcModelTest {
    private static PacelcPoint point(String setting, long millis, double share, int runs) {
        return new PacelcPoint(setting, millis * 1_000_000, share, share == 0 ? 0 : 40_000_000, runs, 5);
    }

    @Test
    void moreOfASettingTakesItsPlace() {
        PacelcModel model = new PacelcModel("Median latency");
        model.put(point("sync", 40, 0, 1));
        model.put(point("async", 2, 0.5, 1));
        int before = model.changesProperty().get();
        model.put(point("sync", 44, 0, 5));
        assertThat(model.points()).extracting(PacelcPoint::setting).containsExactly("sync", "async");
        assertThat(model.points().getFirst().latencyNanos()).isEqualTo(44_000_000);
        assertThat(model.points().getFirst().isDone()).isTrue();
        assertThat(model.byLatency()).extracting(PacelcPoint::setting).containsExactly("async", "sync");
        assertThat(model.changesProperty().get()).isGreaterThan(before);
        model.clear();
        assertThat(model.points()).isEmpty();
    }

    @Test
    void aPointIsToldWithItsUnits() {
        assertThat(point("async", 2, 0.125, 3).told())
                .isEqualTo("async: 2.00 ms, 12.5 % of reads stale, by 40.0 ms; 3 of 5 runs");
        assertThat(point("sync", 44, 0, 5).told()).isEqualTo("sync: 44.0 ms, no stale reads");
        assertThatThrownBy(() -> point("sync", 44, Double.NaN, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> point("sync", -1, 0, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stalenessIsAShareOrAnAge() {
        PacelcModel model = new PacelcModel("Median latency");
        model.put(point("async", 2, 0.5, 1));
        assertThat(model.mostStale()).isEqualTo(0.5);
        model.stalenessProperty().set(PacelcModel.Staleness.AGE);
        assertThat(model.mostStale()).isEqualTo(40e6);
    }

    /** With R + W > N every read asks somebody who has the write; with R + W = N it need not. */
    @Test
    void whatTheoryExpectsFallsToNothingWhereQuorumsOverlap() {
        DelayLaw law = DelayLaw.exponential(1);
        PbsLine line = PbsLine.of(new Wars(law, law, law, law, 0), 3, 2, 0.5, 20_000, new SplittableRandom(7));
        assertThat(line.name()).isEqualTo("PBS, N 3, W 2");
        assertThat(line.points()).extracting(PbsLine.Point::reads).containsExactly(1, 2, 3);
        assertThat(line.points().get(0).staleShare()).isPositive();
        assertThat(line.points().get(1).staleShare()).isZero();
        assertThat(line.points().get(2).staleShare()).isZero();
        assertThat(line.points()).extracting(PbsLine.Point::latencyNanos).isSorted();
    }

    /** Where every message takes exactly a millisecond, a read takes two and sees every write that was acknowledged. */
    @Test
    void fixedDelaysAreAddedUp() {
        DelayLaw law = _ -> 1;
        PbsLine line = PbsLine.of(new Wars(law, law, law, law, 0), 3, 1, 0.5, 10, new SplittableRandom(7));
        assertThat(line.points()).allMatch(point -> point.latencyNanos() == 2_000_000 && point.staleShare() == 0);
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
        PacelcModel model = new PacelcModel("Median latency");
        model.put(point("async", 2, 0.5, 5));
        model.put(point("sync", 44, 0, 5));
        PacelcPlaces places = new PacelcPlaces(model, 600, 400);
        assertThat(places.of(model.points().get(0)).getX())
                .isLessThan(places.of(model.points().get(1)).getX());
        assertThat(places.of(model.points().get(0)).getY()).isCloseTo(PacelcPlaces.TOP, within(1e-9));
        assertThat(places.of(model.points().get(1)).getY())
                .isCloseTo(400 - PacelcPlaces.BOTTOM - PacelcPlaces.FOOT, within(1e-9));
    }

    @Test
    void namesCoverNeitherEachOtherNorPoints() {
        PacelcModel model = new PacelcModel("Median latency");
        for (int i = 0; i < 12; i++) {
            model.put(point("setting " + i, 2 + i % 3, 0.1 * (i % 5), 5));
        }
        PacelcPlaces places = new PacelcPlaces(model, 500, 260);
        List<Bounds> names = new ArrayList<>(places.names(name -> 7.0 * name.length()));
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
