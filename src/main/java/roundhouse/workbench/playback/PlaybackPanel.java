package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Fxml;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.charts.Charts;
import roundhouse.workbench.playback.charts.Stretch;
import roundhouse.workbench.playback.charts.latency.HeatPane;
import roundhouse.workbench.playback.charts.latency.HistogramPane;
import roundhouse.workbench.playback.charts.nodes.NodesPane;
import roundhouse.workbench.playback.charts.sheets.ChartExport;

/** What is below the canvas: the timeline, the charts, the transcript, and a notice when a rewind takes long or the run broke. */
public final class PlaybackPanel extends VBox {
    /** What the charts that are always there need to be read, px. */
    private static final double LEAST_FOR_CHARTS = 160;

    private final Playback playback;
    /** The time that timeline and charts are read at, simulated nanoseconds; -1 for none. */
    private final LongProperty cursor = new SimpleLongProperty(this, "cursor", -1);

    private final Charts charts;
    private final TranscriptView transcript = new TranscriptView();

    @FXML
    private HBox seeking;

    @FXML
    private Label seekingText;

    @FXML
    private ProgressBar seekingBar;

    @FXML
    private Button cancel;

    @FXML
    private HBox broken;

    @FXML
    private Label brokenText;

    @FXML
    private Button restart;

    private final TimelineBar timeline;

    public PlaybackPanel(Playback playback) {
        this.playback = playback;
        Fxml.fill(this, "playback-panel");
        PlaybackStyle.addTo(this);
        timeline = new TimelineBar(playback, cursor);
        charts = new Charts(cursor, this::goTo);
        getChildren().add(0, timeline);
        getChildren().addAll(charts, transcript);
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox.setVgrow(transcript, Priority.ALWAYS);
        // Lower than this, nothing could be read from them.
        setMinHeight(0);
        heightProperty().subscribe(this::shareOut);
        timeline.heightProperty().subscribe(this::shareOut);
        charts.managedProperty().bind(charts.visibleProperty());
        charts.add(HeatPane.KIND);
        charts.add(HistogramPane.KIND);
        charts.add(NodesPane.kind(playback.document().selection()));
        charts.model().onChange(() -> timeline.inSight(charts.model().view()));
        playback.document().onOpened(charts::closeWindows);
        charts.visibleProperty().subscribe(playback::again);
        charts.sceneProperty().subscribe(playback::again);
        seeking();
        broken();
        playback.onFrame(frame -> {
            charts.show(
                    frame,
                    playback.activeProperty().get(),
                    playback.keptProperty().get(),
                    playback.document().known(),
                    TimelineModel.spanNanos(playback.document().topology().duration(), frame.timeNanos));
            transcript.show(frame);
        });
    }

    /** The timeline and some lines of the transcript come first: what does not fit would go on below the window's edge. */
    private void shareOut() {
        double room = getHeight()
                - snappedTopInset()
                - snappedBottomInset()
                - 2 * getSpacing()
                - timeline.prefHeight(-1)
                - LEAST_FOR_CHARTS;
        double left = room - transcript.minHeight(-1);
        charts.setVisible(left >= 0);
        charts.moreRoom(left);
    }

    /** What its futures take of the timeline, px. */
    public ReadOnlyDoubleProperty futuresHeight() {
        return timeline.futuresHeight();
    }

    /** Lets the charts be asked where what they show comes from. */
    public void asks(OriginPop origins) {
        charts.asks(origins);
    }

    /** What plays goes on from there; real traffic has no other time than its own. */
    private void goTo(long timeNanos) {
        if (!playback.liveProperty().get()) {
            playback.seek(timeNanos);
        }
    }

    /** Charts are written to files by this. */
    public void export(ChartExport to) {
        charts.model().export(to);
    }

    /** The stretch of time that was chosen below the charts; nothing for the whole run. */
    public Optional<Stretch.Span> stretch() {
        return charts.stretch();
    }

    /** The keys go to the transcript, and on with it. */
    public void listen() {
        transcript.listen();
    }

    /** What to do when a flag of the timeline is asked about: told its time, simulated nanoseconds. */
    public void onFlag(LongConsumer listener) {
        timeline.onAsked(listener);
    }

    private void seeking() {
        var progress = playback.seekProgressProperty();
        seeking.visibleProperty().bind(progress.greaterThanOrEqualTo(0));
        seeking.managedProperty().bind(seeking.visibleProperty());
        seekingBar.progressProperty().bind(Bindings.max(0, progress));
        seekingText
                .textProperty()
                .bind(progress.map(
                        part -> text("playback.replaying-to-that-time", FigureText.percent(part.doubleValue()))));
        cancel.setOnAction(_ -> playback.cancelSeek());
    }

    private void broken() {
        var failure = playback.failureProperty();
        broken.visibleProperty().bind(failure.isNotNull());
        broken.managedProperty().bind(broken.visibleProperty());
        brokenText.textProperty().bind(failure);
        restart.setOnAction(_ -> playback.restart());
    }
}
