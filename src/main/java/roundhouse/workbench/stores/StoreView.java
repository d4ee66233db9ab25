package roundhouse.workbench.stores;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.history.CheckedHistory;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.tradeoffs.CapCorner;
import roundhouse.workbench.tradeoffs.CapFinding;
import roundhouse.workbench.tradeoffs.CapModel;
import roundhouse.workbench.tradeoffs.CapTriangle;

/** One store at the side: its figures, and the CAP triangle with what the run has shown of each corner. */
public final class StoreView extends VBox {
    private final Playback playback;
    private final WorkLane judging;
    private final ComboBox<String> choice = new ComboBox<>();
    private final StoreFiguresTable figures;
    private final CapModel corners = new CapModel();
    private final Button judge = new Button(text("stores.judge"));
    private final JudgingBar bar = new JudgingBar(judge);
    private final Label told = new Label();
    private List<String> ids = List.of();
    private @Nullable CheckedHistory checked;
    /** Until when the history was judged, simulated nanoseconds. */
    private long judgedNanos = -1;

    /** Opens the counter-example of a history that was judged. */
    @FunctionalInterface
    public interface Opener {
        void open(CheckedHistory checked);
    }

    /**
     * @param judging does the judging
     * @param origins is asked where figures come from
     */
    public StoreView(Playback playback, WorkLane judging, Opener opener, OriginPop origins) {
        this.playback = playback;
        figures = new StoreFiguresTable(origins);
        this.judging = judging;
        getStylesheets()
                .add(Objects.requireNonNull(StoreView.class.getResource("/styles/tradeoffs.css"))
                        .toExternalForm());
        getStyleClass().add("store-view");
        setId("store-view");
        choice.setId("store-choice");
        choice.setAccessibleText(text("stores.store"));
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.valueProperty().subscribe(_ -> forget());
        judge.setId("store-judge");
        judge.setTooltip(new Tooltip(text("stores.judge-tip")));
        judge.setOnAction(_ -> judge());
        told.setId("store-told");
        told.setWrapText(true);
        told.getStyleClass().add("muted");
        FlowPane top = new FlowPane(8, 6, choice, bar);
        judge.setMinWidth(USE_PREF_SIZE);
        CapTriangle triangle = new CapTriangle(corners, _ -> {
            if (checked != null) {
                opener.open(checked);
            }
        });
        VBox content = new VBox(top, told, triangle, figures);
        content.getStyleClass().add("store-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
    }

    /** Shows this instant of the run, if anybody can see it. */
    public void show(Frame frame) {
        if (frame.timeNanos < judgedNanos) {
            forget();
        }
        if (getScene() == null) {
            return;
        }
        List<String> now = frame.stores.stream().map(StoreReport::id).toList();
        if (!now.equals(ids)) {
            ids = now;
            choice.getItems()
                    .setAll(frame.stores.stream().map(StoreReport::title).toList());
            choice.getSelectionModel().selectFirst();
        }
        store(frame).ifPresent(store -> show(store, frame));
    }

    private Optional<StoreReport> store(Frame frame) {
        int at = choice.getSelectionModel().getSelectedIndex();
        return at < 0 || at >= frame.stores.size() ? Optional.empty() : Optional.of(frame.stores.get(at));
    }

    private void show(StoreReport store, Frame frame) {
        corners.set(
                CapCorner.PARTITION_TOLERANCE,
                StoreFindings.partition(store, !frame.partition.sides().isEmpty()));
        corners.set(CapCorner.AVAILABILITY, StoreFindings.availability(store, frame.topology));
        if (checked == null) {
            corners.set(CapCorner.CONSISTENCY, StoreFindings.consistency(store));
        }
        figures.show(store, frame.topology);
    }

    private void forget() {
        checked = null;
        judgedNanos = -1;
        told.setText("");
    }

    /** Holds all that the store was asked and answered until now against linearizability. */
    private void judge() {
        int at = choice.getSelectionModel().getSelectedIndex();
        if (at < 0) {
            return;
        }
        long untilNanos = playback.timeProperty().get();
        told.setText(text("stores.judging", FigureText.clock(untilNanos)));
        bar.begin(judging.replace(new BackgroundTask<>(
                text("stores.judging-failed"),
                new StoreJudging(
                        playback.startProperty().get(),
                        playback.commandsProperty().get(),
                        untilNanos,
                        ids.get(at),
                        Check.LINEARIZABLE),
                result -> judged(result, untilNanos),
                reason -> ended(text("stores.not-judged", reason)))));
    }

    private void judged(CheckedHistory result, long untilNanos) {
        checked = result;
        judgedNanos = untilNanos;
        ended(text("stores.judged", FigureText.count(result.history().size()), FigureText.clock(untilNanos)));
        corners.set(
                CapCorner.CONSISTENCY,
                switch (result.verdict()) {
                    case HistoryVerdict.Holds _ -> new CapFinding(CapFinding.State.HOLDS, text("stores.one-order"));
                    case HistoryVerdict.Broken _ -> new CapFinding(CapFinding.State.BROKEN, result.sentence(), true);
                    case HistoryVerdict.Unknown _ -> new CapFinding(CapFinding.State.UNKNOWN, result.sentence());
                });
        playback.again();
    }

    private void ended(String message) {
        bar.end();
        told.setText(message);
    }
}
