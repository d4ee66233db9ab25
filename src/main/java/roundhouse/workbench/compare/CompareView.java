package roundhouse.workbench.compare;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.PairedRuns;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.access.HasPanes;
import roundhouse.workbench.compare.several.ComparedFile;
import roundhouse.workbench.compare.several.OtherDesigns;
import roundhouse.workbench.compare.several.SeveralPage;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.history.Future;
import roundhouse.workbench.tradeoffs.PacelcPage;

/**
 * Several designs at once, or two futures side by side: every figure of both, the difference and how sure it is, computed in the background
 * while it shows. Settings of a store are tried below.
 */
public final class CompareView extends VBox implements HasPanes {
    private static final String ALONE = text("compare.one-future");

    private static final String SAME = text("compare.same-future");

    private final Playback playback;
    private final List<Choice> files = new ArrayList<>();
    private final ComboBox<Choice> first = new ComboBox<>();
    private final ComboBox<Choice> second = new ComboBox<>();
    private final Button again = new Button(text("compare.again"));
    private final Button add = new Button(text("compare.with-file"));
    private final ToggleButton severalOnes = new ToggleButton(text("compare.several"));
    private final ToggleButton two = new ToggleButton(text("compare.two"));
    private final Label alone = new Label();
    private final Button cancel = new Button(text("compare.cancel"));
    private final ComparisonPage comparison;
    private final SeveralPage several;
    private final PacelcPage tradeoffs;
    private final HBox chooser = new HBox();
    private final HBox choosing = new HBox();
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final WorkLane comparisons;
    private @Nullable CompareWork work;
    private List<String> shown = List.of();
    private boolean filling;

    /**
     * @param others what the open design can be compared with
     * @param origins is asked where figures come from
     */
    public CompareView(Playback playback, OtherDesigns others, BackgroundWork background, OriginPop origins) {
        this.playback = playback;
        comparison = new ComparisonPage(origins);
        comparisons = background.lane("compare", text("compare.comparing"));
        getStyleClass().add("compare-view");
        getStylesheets()
                .add(Objects.requireNonNull(CompareView.class.getResource("/styles/compare.css"))
                        .toExternalForm());
        several = new SeveralPage(playback, others, background, this::details, origins);
        tradeoffs = new PacelcPage(background, playback.document()::edit, origins);
        first.setId("compare-a");
        first.setAccessibleText(text("compare.baseline"));
        second.setId("compare-b");
        second.setAccessibleText(text("compare.compared-with-baseline"));
        again.setId("compare-again");
        again.setTooltip(new Tooltip(text("compare.again-tip")));
        again.setOnAction(_ -> compare());
        cancel.setId("compare-cancel");
        cancel.setOnAction(_ -> {
            if (work != null) {
                work.enough();
            }
        });
        add.setId("compare-file");
        add.setTooltip(new Tooltip(text("compare.with-file-tip")));
        add.setOnAction(_ -> others.ask().ifPresent(this::add));
        severalOnes.setId("compare-several");
        two.setId("compare-two");
        SegmentedButton pages = new SegmentedButton(severalOnes, two);
        ToggleGroup group = new ToggleGroup();
        pages.setToggleGroup(group);
        // The button itself joins them only when it is first shown.
        group.getToggles().setAll(severalOnes, two);
        pages.setMinWidth(USE_PREF_SIZE);
        alone.setId("compare-alone-two");
        alone.getStyleClass().add("compare-alone");
        alone.setWrapText(true);
        alone.setMinHeight(USE_PREF_SIZE);
        for (Button button : List.of(again, add, cancel)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        chooser.getChildren()
                .setAll(label(text("compare.compare")), second, label(text("compare.with")), first, again, add, cancel);
        chooser.getStyleClass().add("compare-chooser");
        HBox.setHgrow(several.actions(), Priority.ALWAYS);
        choosing.getChildren().setAll(several.actions());
        HBox.setHgrow(choosing, Priority.ALWAYS);
        HBox bar = new HBox(pages, choosing, chooser);
        bar.getStyleClass().add("compare-bar");
        page.getChildren().setAll(several, alone, comparison, tradeoffs);
        page.getStyleClass().add("compare-page");
        scroll.setFitToWidth(true);
        scroll.viewportBoundsProperty().subscribe(bounds -> {
            comparison.arrange(bounds.getWidth()
                    - page.getInsets().getLeft()
                    - page.getInsets().getRight());
            several.arrange(bounds.getHeight()
                    - page.getInsets().getTop()
                    - page.getInsets().getBottom());
        });
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar, scroll);
        running(false);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                chosen();
                pages();
            }
        });
        severalOnes.setSelected(true);
        pages();
        first.valueProperty().subscribe(_ -> chosen());
        second.valueProperty().subscribe(_ -> chosen());
        playback.document().topologyProperty().subscribe(tradeoffs::offer);
        playback.keptProperty().subscribe(this::fill);
        playback.activeProperty().subscribe(this::fill);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                stop();
                tradeoffs.stop();
            } else {
                compare();
            }
        });
    }

    @Override
    public List<Node> panes() {
        List<Node> panes = new ArrayList<>(several.panes());
        panes.addFirst(getChildren().getFirst());
        panes.addAll(List.of(comparison, tradeoffs));
        return panes;
    }

    /** Brings the settings of stores into view; the view must be shown. */
    public void showTradeoffs() {
        // The first pass tells the page how much is in sight, the second lays it out for that.
        for (int pass = 0; pass < 2; pass++) {
            getScene().getRoot().applyCss();
            getScene().getRoot().layout();
        }
        double hidden = page.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, tradeoffs.getLayoutY() / hidden));
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void add(ComparedFile added) {
        second.setValue(choice(added));
    }

    private Choice choice(ComparedFile added) {
        Choice choice = new Choice(
                added.design().withSeed(playback.activeProperty().get().start().seed()), added.lengthNanos(), null);
        if (!files.contains(choice)) {
            files.add(choice);
            fill();
        }
        return choice;
    }

    /** Every figure of one of several beside what they are compared with. */
    private void details(ComparedFile plain, ComparedFile variant) {
        Choice under = choice(variant);
        Choice asItIs = choice(plain);
        filling = true;
        first.setValue(asItIs);
        second.setValue(under);
        filling = false;
        two.setSelected(true);
        chosen();
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
        // While both are the same, nothing was chosen yet.
        boolean open = oldFirst == null || oldSecond == null || oldFirst.isLike(oldSecond);
        filling = true;
        first.getItems().setAll(choices);
        second.getItems().setAll(choices);
        first.setValue(Choice.like(open ? null : oldFirst, choices).orElse(choices.getFirst()));
        second.setValue(Choice.like(open ? null : oldSecond, choices)
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
        boolean firstOther = choices.size() > 1 && oldFirst != null && oldFirst.isLike(oldSecond);
        // Several that are being looked at stay in sight: their start may itself have made another future.
        if (firstOther && !several.compares()) {
            two.setSelected(true);
        }
        if (other) {
            chosen();
        }
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
        boolean nothing = a == null || b == null || a.equals(b);
        shown(comparison, two.isSelected() && !nothing);
        shown(alone, two.isSelected() && nothing);
        alone.setText(first.getItems().size() > 1 ? SAME : ALONE);
        if (a == null || b == null || nothing || !two.isSelected()) {
            return;
        }
        long untilNanos = Math.max(a.furthestNanos(), b.furthestNanos());
        CompareWork started = new CompareWork(
                () -> new PairedRuns(a.design(), b.design(), a.partingNanos(b), untilNanos), this::show);
        work = started;
        comparison.of(List.of(a.design(), b.design()));
        running(true);
        comparisons.replace(new BackgroundTask<>(text("compare.failed"), started, this::show, this::fail));
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

    private void pages() {
        shown(several, severalOnes.isSelected());
        shown(choosing, severalOnes.isSelected());
        shown(chooser, two.isSelected());
        shown(comparison, two.isSelected() && comparison.isVisible());
        shown(alone, two.isSelected() && alone.isVisible());
    }

    private void stop() {
        comparisons.cancel();
        work = null;
        running(false);
    }

    private void fail(String reason) {
        running(false);
        comparison.fail(reason);
    }

    private void show(CompareWork.State state) {
        running(state.running());
        comparison.show(state.comparison());
    }

    private void running(boolean yes) {
        shown(cancel, yes);
    }

    private static void shown(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
