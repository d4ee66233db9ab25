package roundhouse.workbench.checklist;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import roundhouse.analysis.checklist.Advice;
import roundhouse.analysis.checklist.ChecklistItem;
import roundhouse.workbench.FocusTurn;

/** The checklist: each question with its answers, worst first, and a button for what mends one. */
public final class ChecklistView extends VBox {
    private static final double LEAST_FIGURE = 90;

    private final ChecklistModel model;
    private final UnaryOperator<String> titles;
    private final Consumer<String> jump;
    private final VBox items = new VBox();
    private final Label effect = new Label();

    /**
     * @param titles what people call a node, by its id
     * @param jump shows the node with that id
     */
    public ChecklistView(ChecklistModel model, UnaryOperator<String> titles, Consumer<String> jump) {
        this.model = model;
        this.titles = titles;
        this.jump = jump;
        getStylesheets()
                .add(Objects.requireNonNull(ChecklistView.class.getResource("/styles/checklist.css"))
                        .toExternalForm());
        setId("checklist");
        Button run = new Button(text("checklist.run"));
        run.setId("checklist-run");
        run.setTooltip(new Tooltip(text("checklist.run-tip")));
        run.setOnAction(_ -> model.run());
        Button cancel = new Button(text("checklist.cancel"));
        cancel.setId("checklist-cancel");
        cancel.setOnAction(_ -> model.giveUp());
        model.runningProperty().subscribe(running -> FocusTurn.to(running ? cancel : run, running ? run : cancel));
        Label basis = wrapped(new Label(), "muted");
        basis.setId("checklist-basis");
        basis.textProperty().bind(model.basisProperty());
        effect.setId("checklist-effect");
        wrapped(effect, "checklist-effect");
        effect.textProperty().bind(model.effectProperty());
        model.effectProperty().subscribe(text -> {
            effect.setVisible(!text.isEmpty());
            effect.setManaged(!text.isEmpty());
        });
        VBox content = new VBox(new HBox(8, run, cancel), basis, effect, items);
        content.getStyleClass().add("checklist-content");
        items.getStyleClass().add("checklist-items");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        model.answers().addListener((ListChangeListener<Advice>) _ -> show());
        show();
    }

    private static Label wrapped(Label label, String style) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void show() {
        items.getChildren().clear();
        for (ChecklistItem item : ChecklistItem.values()) {
            List<Advice> its = model.answers().stream()
                    .filter(advice -> advice.item() == item)
                    .toList();
            if (!its.isEmpty()) {
                Label title = new Label(text("checklist.numbered", item.ordinal() + 1, item.title()));
                title.getStyleClass().add("checklist-title");
                title.setTooltip(new Tooltip(item.question()));
                items.getChildren().add(title);
                its.forEach(advice -> items.getChildren().add(row(advice)));
            }
        }
    }

    private Region row(Advice advice) {
        VBox row = new VBox();
        row.getStyleClass()
                .addAll("checklist-row", "checklist-" + advice.severity().name().toLowerCase(Locale.ROOT));
        Label word = new Label(EffectText.word(advice));
        word.getStyleClass().add("checklist-word");
        word.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(6, word);
        if (!advice.where().isEmpty()) {
            Hyperlink where = new Hyperlink(titles.apply(advice.where()));
            where.setOnAction(_ -> jump.accept(advice.where()));
            head.getChildren().add(where);
        }
        if (!advice.figure().isEmpty()) {
            // It has the room that the others leave, and more lines where that is little.
            Label figure = wrapped(new Label(advice.figure()), "checklist-figure");
            figure.setPrefWidth(LEAST_FIGURE);
            figure.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(figure, Priority.ALWAYS);
            head.getChildren().add(figure);
        }
        row.getChildren().add(head);
        if (advice.severity() == Advice.Severity.GOOD && !advice.figure().isEmpty()) {
            // What is as it should be takes a line, so that the rest is in sight.
            Tooltip.install(row, new Tooltip(sentence(advice.text())));
        } else {
            row.getChildren().add(wrapped(new Label(sentence(advice.text())), "checklist-text"));
        }
        if (advice.fix() != null) {
            Button fix = new Button(advice.fix().title());
            fix.getStyleClass().add("checklist-fix");
            fix.setWrapText(true);
            fix.setOnAction(_ -> model.apply(advice));
            row.getChildren().add(fix);
        }
        return row;
    }

    private static String sentence(String text) {
        return text("checklist.sentence", text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
    }
}
