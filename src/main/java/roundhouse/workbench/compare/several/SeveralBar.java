package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What can be done with what is compared: more of it, more seeds, one in detail, copies, an end; and how far it is. */
final class SeveralBar extends FlowPane {
    private static final double PROGRESS_WIDTH = 110;

    private final SeveralModel model;
    private final MenuButton more = new MenuButton(text("compare.compare"));
    private final HBox policies = new HBox();
    private final Button detail = new Button(text("compare.in-detail"));
    private final Button baseline = new Button(text("compare.as-baseline"));
    private final ProgressBar progress = new ProgressBar(0);
    private final Label runs = new Label();
    private final HBox working;

    /** What its buttons do. */
    interface Deeds {
        void detail();

        void baseline();

        void markdown();

        void csv();
    }

    SeveralBar(SeveralModel model, Deeds deeds) {
        this.model = model;
        getStyleClass().add("compare-actions");
        more.setId("several-more");
        more.setTooltip(new Tooltip(text("compare.more-tip")));
        button(
                baseline,
                "several-baseline",
                text("compare.as-baseline-tip", SeedsTable.BASELINE.getDisplayText()),
                deeds::baseline);
        button(detail, "several-detail", text("compare.in-detail-tip"), deeds::detail);
        Button markdown = new Button(text("compare.copy-markdown"));
        button(
                markdown,
                "several-markdown",
                text("compare.copy-tip", SeedsTable.MARKDOWN.getDisplayText()),
                deeds::markdown);
        Button csv = new Button(text("compare.copy-csv"));
        button(csv, "several-csv", text("compare.copy-tip", SeedsTable.CSV.getDisplayText()), deeds::csv);
        Button clear = new Button(text("compare.clear"));
        button(clear, "several-clear", text("compare.clear-tip"), model::clear);
        Button cancel = new Button(text("compare.cancel"));
        button(cancel, "several-cancel", text("compare.cancel-tip"), model::stop);
        progress.setPrefWidth(PROGRESS_WIDTH);
        working = new HBox(progress, runs, cancel);
        working.getStyleClass().add("several-working");
        for (Region part : List.of(more, policies, seeds(), detail, baseline, markdown, csv, clear, working)) {
            part.setMinWidth(USE_PREF_SIZE);
            getChildren().add(part);
        }
        widthProperty().subscribe(wide -> setPrefWrapLength(wide.doubleValue()));
    }

    private static void button(Button button, String id, String tip, Runnable deed) {
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> deed.run());
    }

    private ComboBox<Integer> seeds() {
        ComboBox<Integer> seeds = new ComboBox<>();
        seeds.setId("several-seeds");
        seeds.setAccessibleText(text("compare.seeds-told"));
        seeds.setTooltip(new Tooltip(text("compare.seeds-tip")));
        seeds.getItems().setAll(SeveralModel.SEEDS);
        seeds.setValue(model.seedsProperty().get());
        seeds.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer count) {
                return count == null ? "" : text("compare.count-seeds", count);
            }

            @Override
            public Integer fromString(String text) {
                return Integer.valueOf(text.replaceAll("\\D", ""));
            }
        });
        seeds.valueProperty().subscribe(count -> model.seedsProperty().set(count));
        return seeds;
    }

    /** Where policies are chosen. */
    HBox policies() {
        return policies;
    }

    void offer(List<Offer> offers, Consumer<Offer> taken) {
        more.getItems().setAll(offers.stream().map(offer -> item(offer, taken)).toList());
    }

    private static MenuItem item(Offer offer, Consumer<Offer> taken) {
        MenuItem item = new MenuItem(offer.title());
        item.setId("several-more-" + offer.id());
        item.setOnAction(_ -> taken.accept(offer));
        return item;
    }

    /** Whether a row is chosen that is not the baseline: it can be seen beside that in detail, or take its place. */
    void canCompare(boolean can) {
        detail.setDisable(!can);
        baseline.setDisable(!can);
    }

    /** How far it is. */
    void show() {
        working.setVisible(model.runningProperty().get());
        working.setManaged(working.isVisible());
        progress.setProgress(model.progressProperty().get());
        runs.setText(model.progressText());
    }
}
