package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import roundhouse.topology.nodes.Database;
import roundhouse.workbench.canvas.KindDrag;
import roundhouse.workbench.canvas.gestures.PlaceStoreGesture;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.shell.finding.Action;

/** What can be put on the canvas, by drag or by double-click, and what can be done to what is there. */
public final class Palette extends VBox {
    private static final String STORE_HELP = text("shell.puts-three-databases-on-the");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /** How many of its lines are about placing; the others are about breaking. */
    private int placing;

    public Palette() {
        getStyleClass().add("palette");
    }

    /**
     * @param place puts a new node of that kind on the canvas
     * @param placeStore the same of a store of three databases
     */
    void fill(Consumer<PaletteKind> place, Runnable placeStore, List<Action> breaking) {
        Map<String, List<PaletteKind>> groups = new LinkedHashMap<>();
        PaletteKind.all()
                .forEach(kind -> groups.computeIfAbsent(kind.group(), _ -> new ArrayList<>())
                        .add(kind));
        groups.forEach((title, kinds) -> {
            group(title, kinds, place);
            if (kinds.stream().anyMatch(kind -> kind.key().equals(Database.KIND))) {
                getChildren()
                        .add(item("store", PlaceStoreGesture.TITLE, STORE_HELP, KindDrag::contentOfStore, placeStore));
            }
        });
        placing = getChildren().size();
        getChildren().add(heading(text("shell.break-things")));
        breaking.forEach(action -> getChildren().add(breakItem(action)));
    }

    /** Leaves out what can be placed, or what can be broken. */
    void show(boolean place, boolean breaking) {
        for (int i = 0; i < getChildren().size(); i++) {
            boolean there = i < placing ? place : breaking;
            getChildren().get(i).setVisible(there);
            getChildren().get(i).setManaged(there);
        }
    }

    private void group(String title, List<PaletteKind> kinds, Consumer<PaletteKind> place) {
        getChildren().add(heading(title));
        kinds.forEach(kind -> getChildren().add(kindItem(kind, place)));
    }

    private static Label heading(String title) {
        Label heading = new Label(title.toUpperCase(java.util.Locale.ROOT));
        heading.getStyleClass().add("section-heading");
        return heading;
    }

    private static Button kindItem(PaletteKind kind, Consumer<PaletteKind> place) {
        return item(
                kind.key(),
                kind.title(),
                text("shell.puts-a-new-one-on"),
                () -> KindDrag.content(kind),
                () -> place.accept(kind));
    }

    private static Button item(
            String key, String title, String help, Supplier<ClipboardContent> content, Runnable place) {
        Circle dot = new Circle(5);
        dot.getStyleClass().add("palette-dot");
        Button item = new Button(title, dot);
        item.getStyleClass().add("palette-item");
        item.setId("palette-" + key);
        item.setMaxWidth(Double.MAX_VALUE);
        item.setTooltip(new Tooltip(text("shell.drag-onto-the-canvas-or")));
        item.setAccessibleHelp(help);
        item.setOnDragDetected(event -> {
            item.startDragAndDrop(TransferMode.COPY).setContent(content.get());
            event.consume();
        });
        item.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                place.run();
            }
        });
        item.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                place.run();
                event.consume();
            }
        });
        return item;
    }

    private static Button breakItem(Action action) {
        Label title = new Label(action.title().get());
        Label key = new Label(action.keyText());
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(title, gap, key);
        Button item = new Button(action.title().get(), content);
        item.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        item.getStyleClass().addAll("palette-item", "break-item");
        item.setId("palette-" + action.id().replace('.', '-'));
        item.setMaxWidth(Double.MAX_VALUE);
        item.setTooltip(new Tooltip(action.hint() + "\n" + BreakActions.says(action.id())));
        item.setAccessibleHelp(BreakActions.says(action.id()));
        if (action.selected() != null) {
            action.selected().subscribe(on -> item.pseudoClassStateChanged(SELECTED, on));
        }
        item.setOnAction(_ -> action.run());
        content.prefWidthProperty().bind(item.widthProperty().subtract(26));
        return item;
    }
}
