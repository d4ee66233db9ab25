package roundhouse.workbench.history;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.workbench.FigureText;

/**
 * A history that was checked: the verdict, the order that cannot be, and its operations in lanes on an axis of time, the few that break the
 * promise told from the rest.
 */
public final class HistoryView extends VBox {
    private static final String HINT = text("history.point-at-an-operation-for");

    /** Two lines. */
    private static final double LEAST_WHY = 40;

    private final LongFunction<String> time;
    private final LongConsumer goTo;
    private final Label mark = new Label();
    private final Label verdict = new Label();
    private final FlowPane order = new FlowPane();
    private final Label details = new Label(HINT);
    private final VBox why = new VBox();
    private final ScrollPane reasons = new ScrollPane(why);
    private final LanesPicture picture = new LanesPicture(this::tell, this::open);
    private final Button few = new Button(text("history.counter-example"));
    private final Button all = new Button(text("history.all"));
    private @Nullable LanesModel model;
    private @Nullable LanesText text;

    /**
     * @param time how a moment of the history is written
     * @param goTo is given the time of the call of an operation that was clicked, in the unit of the history
     */
    public HistoryView(LongFunction<String> time, LongConsumer goTo) {
        this.time = time;
        this.goTo = goTo;
        getStylesheets()
                .add(Objects.requireNonNull(HistoryView.class.getResource("/styles/history.css"))
                        .toExternalForm());
        getStyleClass().add("history-view");
        mark.getStyleClass().add("verdict-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        verdict.setId("history-verdict");
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        HBox top = new HBox(mark, verdict);
        top.getStyleClass().add("verdict-line");
        HBox.setHgrow(verdict, Priority.ALWAYS);
        order.setId("history-order");
        order.getStyleClass().add("history-order");
        details.setId("history-details");
        details.getStyleClass().addAll("muted", "history-details");
        details.setWrapText(true);
        details.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().add("history-why");
        reasons.setId("history-why");
        reasons.getStyleClass().add("history-reasons");
        reasons.setFitToWidth(true);
        reasons.setMinHeight(LEAST_WHY);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().setAll(top, order, bar(), picture, details, reasons);
        setVisible(false);
    }

    private HBox bar() {
        few.setId("history-few");
        few.setTooltip(new Tooltip(text("history.brings-the-counter-example-into")));
        few.setOnAction(_ -> picture.change(() -> Objects.requireNonNull(model).fitExample()));
        all.setId("history-all");
        all.setTooltip(new Tooltip(text("history.brings-the-whole-history-into")));
        all.setOnAction(_ -> picture.change(() -> Objects.requireNonNull(model).fitAll()));
        Button closer = zoom("+", text("history.closer"), 1.5);
        Button farther = zoom("−", text("history.farther"), 1 / 1.5);
        few.setMinWidth(USE_PREF_SIZE);
        all.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(legend(), few, all, farther, closer);
        bar.getStyleClass().add("history-bar");
        return bar;
    }

    private Button zoom(String sign, String words, double times) {
        Button button = new Button(sign);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> picture.change(() -> {
            LanesModel now = Objects.requireNonNull(model);
            now.zoom(times, now.width() / 2);
        }));
        return button;
    }

    private static Node legend() {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("history-legend");
        HBox.setHgrow(legend, Priority.ALWAYS);
        legend.setMinWidth(0);
        String[][] entries = {
            {"read", "reads"},
            {"write", "writes"},
            {"both", text("history.finds-and-sets")},
            {"maybe", text("history.may-have-happened-or-not")},
            {"open", text("history.outcome-unknown")},
            {"rest", text("history.the-rest")}
        };
        for (String[] entry : entries) {
            Region sample = new Region();
            sample.getStyleClass().addAll("lane-sample", "lane-" + entry[0]);
            legend.getChildren().add(new Label(entry[1], sample));
        }
        return legend;
    }

    /** Shows what a check found. */
    public void show(CheckedHistory checked) {
        LanesModel next = new LanesModel(checked.lanes());
        LanesText words = new LanesText(next.lanes(), time);
        model = next;
        text = words;
        String sentence = checked.sentence();
        verdict.setText(sentence);
        mark(checked.verdict());
        order(words);
        few.setDisable(next.lanes().example().length == 0);
        why.getChildren()
                .setAll(next.lanes().why().stream().map(HistoryView::sentence).toList());
        reasons.setVisible(!why.getChildren().isEmpty());
        reasons.setManaged(reasons.isVisible());
        tell(LanesModel.NONE);
        next.selectedProperty().subscribe(_ -> tell(LanesModel.NONE));
        picture.show(next, words, sentence);
        setVisible(true);
    }

    private void mark(HistoryVerdict found) {
        mark.getStyleClass().removeAll("holds", "broken", "unknown");
        switch (found) {
            case HistoryVerdict.Holds _ -> mark("✔ holds", "holds");
            case HistoryVerdict.Broken _ -> mark("✕ broken", "broken");
            case HistoryVerdict.Unknown _ -> mark("? unknown", "unknown");
        }
    }

    private void mark(String words, String style) {
        mark.setText(words);
        mark.getStyleClass().add(style);
    }

    private static Label sentence(String text) {
        Label label = new Label(FigureText.sentence(text));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** The order that cannot be, each operation a chip. */
    private void order(LanesText words) {
        List<String> wrong = words.wrong();
        List<String> circle = words.circle();
        List<Label> row = new ArrayList<>();
        if (!wrong.isEmpty()) {
            List<String> first = words.order();
            row.add(new Label(
                    first.isEmpty() ? text("history.cannot-be-right") : text("history.the-order-that-gets-furthest")));
            for (String each : first) {
                row.add(chip(each, "order-chip"));
                row.add(new Label("→"));
            }
            for (int i = 0; i < wrong.size(); i++) {
                row.add(new Label(i == 0 ? "✕" : "or ✕"));
                row.add(chip(wrong.get(i), "order-wrong"));
            }
        } else if (!circle.isEmpty()) {
            row.add(new Label(text("history.the-order-that-cannot-be")));
            for (int i = 0; i < circle.size(); i++) {
                boolean isLast = i == circle.size() - 1;
                row.add(new Label(i == 0 ? "" : isLast ? "→ ✕" : "→"));
                row.add(chip(circle.get(i), isLast ? "order-wrong" : "order-chip"));
            }
        }
        order.getChildren().setAll(row);
        order.setVisible(!row.isEmpty());
        order.setManaged(!row.isEmpty());
    }

    private static Label chip(String words, String style) {
        Label chip = new Label(words);
        chip.getStyleClass().addAll("chip", style);
        return chip;
    }

    private void tell(int hovered) {
        LanesModel now = model;
        LanesText words = text;
        if (now != null && words != null) {
            int operation = hovered == LanesModel.NONE ? now.selectedProperty().get() : hovered;
            details.setText(operation == LanesModel.NONE ? HINT : words.told(operation));
        }
    }

    private void open(int operation) {
        LanesModel now = model;
        if (now != null) {
            goTo.accept(now.lanes().history().call(operation));
        }
    }

    /** To where the keys go on. */
    public void focus() {
        picture.requestFocus();
    }
}
