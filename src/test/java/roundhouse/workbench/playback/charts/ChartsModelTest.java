package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.playback.Samples;
import roundhouse.workbench.playback.charts.scale.TimeView;

class ChartsModelTest {
    private static final long SECOND = 1_000_000_000;
    private static final ChartKind THROUGHPUT = ChartKind.ALL.getFirst();

    private final LongProperty cursor = new SimpleLongProperty(-1);
    private final List<Long> went = new ArrayList<>();
    private final ChartsModel charts = new ChartsModel(cursor, went::add);

    private void play(long seconds) {
        Run run = Run.shown(Samples.busy());
        run.runUntil(seconds * SECOND);
        Frame frame = new Frame();
        run.observe(frame);
        charts.now(frame.timeNanos);
        charts.become(frame.history, KnownNodes.of(Samples.busy()), 60 * SECOND);
    }

    @Test
    void allChartsShareTheStretchInSightAndThereIsAWayBack() {
        play(20);
        AtomicInteger told = new AtomicInteger();
        charts.onChange(told::incrementAndGet);
        cursor.set(10 * SECOND);
        charts.closer();
        assertThat(charts.view().lengthNanos()).isEqualTo(40 * SECOND);
        assertThat(charts.view().x(10 * SECOND, 600)).isCloseTo(100, Offset.offset(0.001));
        charts.farther();
        assertThat(charts.view().isWhole()).isTrue();
        charts.look(view -> view.between(5 * SECOND, 8 * SECOND));
        charts.whole();
        assertThat(charts.view()).isEqualTo(TimeView.whole(60 * SECOND));
        charts.whole();
        assertThat(told).as("nothing is drawn for nothing").hasValue(4);
    }

    @Test
    void theCursorGoesValueByValueAndStaysInSight() {
        play(20);
        ChartModel chart = charts.chart(THROUGHPUT);
        charts.step(chart, -1);
        assertThat(cursor.get()).isEqualTo(chart.timeNanos(chart.length() - 2));
        charts.look(view -> view.between(2 * SECOND, 4 * SECOND));
        charts.step(chart, 1);
        assertThat(cursor.get())
                .isBetween(charts.view().fromNanos(), charts.view().untilNanos());
        charts.goTo(cursor.get());
        charts.goTo(-5);
        assertThat(went).containsExactly(cursor.get(), 0L);
    }

    @Test
    void theHeadingSaysTheCursorThenTheStretchThenThePresent() {
        play(20);
        ChartModel chart = charts.chart(THROUGHPUT);
        assertThat(charts.reading(chart)).containsExactly(chart.at(199));
        charts.stretch(Optional.of(new Stretch.Span(SECOND, 3 * SECOND)));
        assertThat(charts.reading(chart)).containsExactly(chart.means(SECOND, 3 * SECOND));
        cursor.set(SECOND);
        assertThat(charts.reading(chart)).containsExactly(chart.at(10));
        cursor.set(40 * SECOND);
        assertThat(chart.said(charts.reading(chart))).isEqualTo("–");
    }

    @Test
    void whoUnsubscribedIsToldNothing() {
        AtomicInteger told = new AtomicInteger();
        charts.onChange(told::incrementAndGet).unsubscribe();
        charts.onMove(told::incrementAndGet).unsubscribe();
        play(1);
        assertThat(told).hasValue(0);
    }
}
