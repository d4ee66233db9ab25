package roundhouse.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.PairedRuns;
import roundhouse.analysis.RunComparison;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.history.Future;

/** Two futures side by side: every figure of both, the difference and how sure it is. Computed in the background while it shows. */
public final class CompareView extends VBox {
    private static final String ALONE =
            "There is one future so far. Go back on the timeline and change something: a second future starts, the first is kept, and both are compared here. Or compare with a file.";

    private static final String SAME = "A and B are the same. Choose another one for either of them.";

    private final Playback playback;
    private final List<Choice> files = new ArrayList<>();
    private final ComboBox<Choice> first = new ComboBox<>();
    private final ComboBox<Choice> second = new ComboBox<>();
    private final Button again = new Button("Compare again");
    private final Button cancel = new Button("Cancel");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label headline = new Label();
    private final Label alone = new Label();
    private final Label warning = new Label(
            "Successive batches are correlated, so the intervals are too narrow: the run is too short or not stationary.");
    private final Label basis = new Label();
    private final GridPane table = new GridPane();
    private final WorkLane comparisons;
    private @Nullable CompareWork work;
    private List<String> shown = List.of();
    private boolean filling;

    /** @param file asks for a file and gives what is in it, if anything can be compared with it */
    public CompareView(Playback playback, Supplier<Optional<ComparedFile>> file, BackgroundWork background) {
        this.playback = playback;
        comparisons = background.lane("compare");
        getStyleClass().add("compare-view");
        getStylesheets()
                .add(Objects.requireNonNull(CompareView.class.getResource("/styles/compare.css"))
                        .toExternalForm());
        first.setId("compare-a");
        first.setAccessibleText("A, the baseline");
        second.setId("compare-b");
        second.setAccessibleText("B, compared with A");
        again.setId("compare-again");
        again.setTooltip(new Tooltip("Compares up to the furthest point that either was played to"));
        again.setOnAction(_ -> compare());
        cancel.setId("compare-cancel");
        cancel.setOnAction(_ -> {
            if (work != null) {
                work.enough();
            }
        });
        Button add = new Button("With a file…");
        add.setId("compare-file");
        add.setTooltip(new Tooltip("A topology or a saved run, under the seed of what is open"));
        add.setOnAction(_ -> file.get().ifPresent(this::add));
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        for (Button button : List.of(again, add, cancel)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        progress.setMinWidth(0);
        HBox bar = new HBox(new Label("A"), first, new Label("B"), second, again, add, progress, cancel);
        bar.getStyleClass().add("compare-bar");
        headline.setId("compare-headline");
        headline.getStyleClass().add("compare-headline");
        warning.getStyleClass().add("compare-warning");
        basis.getStyleClass().add("muted");
        alone.setId("compare-alone");
        alone.getStyleClass().add("compare-alone");
        for (Label label : List.of(headline, warning, alone, basis)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        table.setId("compare-table");
        table.getStyleClass().add("compare-table");
        for (int i = 0; i < 6; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            table.getColumnConstraints().add(column);
        }
        VBox page = new VBox(headline, warning, alone, table, basis);
        page.getStyleClass().add("compare-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar, scroll);
        running(false);
        shown(warning, false);
        first.valueProperty().subscribe(_ -> chosen());
        second.valueProperty().subscribe(_ -> chosen());
        playback.keptProperty().subscribe(this::fill);
        playback.activeProperty().subscribe(this::fill);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                stop();
            } else {
                compare();
            }
        });
    }

    private void add(ComparedFile added) {
        Choice choice = new Choice(
                added.design().withSeed(playback.activeProperty().get().start().seed()), added.lengthNanos(), null);
        files.add(choice);
        fill();
        second.setValue(choice);
    }

    /** The futures and files there are, with those chosen that were. */
    private void fill() {
        Future active = playback.activeProperty().get();
        List<String> there = playback.keptProperty().get().stream()
                .map(future -> future.number() + future.name())
                .collect(Collectors.toCollection(ArrayList::new));
        there.add(active.number() + active.name());
        files.forEach(file -> there.add(file.toString()));
        if (there.equals(shown)) {
            return;
        }
        shown = there;
        List<Choice> choices = new ArrayList<>();
        playback.keptProperty().get().forEach(future -> choices.add(Choice.of(future)));
        choices.add(Choice.of(active));
        files.removeIf(file -> file.design().start().seed() != active.start().seed());
        choices.addAll(files);
        Choice oldFirst = first.getValue();
        Choice oldSecond = second.getValue();
        // While A and B are the same, nothing was chosen yet.
        boolean open = oldFirst == null || oldSecond == null || oldFirst.isLike(oldSecond);
        filling = true;
        first.getItems().setAll(choices);
        second.getItems().setAll(choices);
        first.setValue(like(open ? null : oldFirst, choices).orElse(choices.getFirst()));
        second.setValue(like(open ? null : oldSecond, choices)
                .filter(choice -> !choice.equals(first.getValue()))
                .orElseGet(() -> choices.stream()
                        .filter(choice -> !choice.equals(first.getValue()))
                        .reduce((_, last) -> last)
                        .orElse(choices.getLast())));
        filling = false;
        boolean other = oldFirst == null
                || oldSecond == null
                || !oldFirst.isLike(first.getValue())
                || !oldSecond.isLike(second.getValue());
        if (other) {
            chosen();
        }
    }

    private static Optional<Choice> like(@Nullable Choice old, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> old != null && choice.isLike(old))
                .findFirst();
    }

    private void chosen() {
        if (!filling && getScene() != null) {
            compare();
        }
    }

    private void compare() {
        stop();
        Choice a = upToDate(first.getValue());
        Choice b = upToDate(second.getValue());
        if (a == null || b == null || a.equals(b)) {
            table.getChildren().clear();
            headline("");
            basis.setText("");
            alone.setText(first.getItems().size() > 1 ? SAME : ALONE);
            shown(alone, true);
            shown(warning, false);
            return;
        }
        shown(alone, false);
        long untilNanos = Math.max(a.furthestNanos(), b.furthestNanos());
        CompareWork started = new CompareWork(
                () -> new PairedRuns(a.design(), b.design(), a.partingNanos(b), untilNanos), this::show);
        work = started;
        running(true);
        comparisons.replace(new BackgroundTask<>("The comparison failed", started, this::show, this::fail));
    }

    /** The same as it stands now; it may have been played on since it was chosen. */
    private @Nullable Choice upToDate(@Nullable Choice chosen) {
        List<Future> all = new ArrayList<>(playback.keptProperty().get());
        all.add(playback.activeProperty().get());
        return all.stream()
                .map(Choice::of)
                .filter(choice -> chosen != null && choice.future() != null && choice.isLike(chosen))
                .findFirst()
                .orElse(chosen);
    }

    private void stop() {
        comparisons.cancel();
        work = null;
        running(false);
    }

    private void fail(String reason) {
        running(false);
        table.getChildren().clear();
        basis.setText("");
        shown(warning, false);
        headline("The comparison failed (" + reason + ").");
    }

    private void show(CompareWork.State state) {
        running(state.running());
        progress.setProgress(state.progress());
        RunComparison comparison = state.comparison();
        headline(Row.headline(comparison));
        basis.setText(Row.basis(comparison));
        shown(warning, comparison.latency().batchesDepend());
        fillTable(comparison);
    }

    private void fillTable(RunComparison comparison) {
        table.getChildren().clear();
        heading(0, "");
        heading(1, "A · " + comparison.a().name());
        heading(2, "B · " + comparison.b().name());
        heading(3, "B − A");
        heading(4, "95 % paired");
        heading(5, "95 % unpaired");
        List<Row> rows = Row.of(comparison);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String[] cells = {row.name(), row.a(), row.b(), row.difference(), row.paired(), row.unpaired()};
            for (int j = 0; j < cells.length; j++) {
                Label cell = new Label(cells[j]);
                cell.setMinWidth(USE_PREF_SIZE);
                cell.getStyleClass().add(j == 0 ? "compare-name" : "compare-figure");
                if (j == 3 && row.certain()) {
                    cell.getStyleClass().add("compare-certain");
                }
                table.add(cell, j, i + 1);
            }
        }
    }

    private void heading(int column, String text) {
        Label label = new Label(text);
        label.getStyleClass().add("compare-heading");
        label.setMaxWidth(220);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.RIGHT);
        table.add(label, column, 0);
    }

    private void running(boolean yes) {
        shown(progress, yes);
        shown(cancel, yes);
    }

    private void headline(String text) {
        headline.setText(text);
        shown(headline, !text.isEmpty());
    }

    private static void shown(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
