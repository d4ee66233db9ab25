package roundhouse.workbench.undo;

import static roundhouse.workbench.texts.Texts.text;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The undo history over the window: a click or Enter goes there, and it stays open, so that one can look around. */
public final class UndoPopup {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
    private static final double WIDTH = 320;
    private static final double ROW = 30;
    private static final int MOST_ROWS = 14;

    private final UndoList undo;
    private final Popup popup = new Popup();
    private final ListView<UndoRow> list = new ListView<>();

    public UndoPopup(UndoList undo) {
        this.undo = undo;
        Label title = new Label(text("undo.undo-history"));
        title.getStyleClass().add("pop-title");
        title.setLabelFor(list);
        list.setId("undo-history");
        list.setItems(undo.rows());
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Row());
        list.setAccessibleText(text("undo.undo-history-the-newest-first"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(_ -> goThere());
        VBox box = new VBox(title, list);
        box.getStyleClass().addAll("popup-card", "undo-history");
        box.setPrefWidth(WIDTH);
        box.addEventHandler(KeyEvent.ANY, UndoPopup::keep);
        popup.getContent().setAll(box);
        popup.setAutoHide(true);
    }

    public void show(Window owner) {
        list.setPrefHeight(ROW * Math.clamp(undo.rows().size(), 2, MOST_ROWS) + 4);
        popup.show(owner, owner.getX() + 40, owner.getY() + 90);
        list.requestFocus();
        select();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, SPACE -> goThere();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** What the popup does not need would go on to what has the focus behind it: there only the window's own keys are wanted. */
    private static void keep(KeyEvent event) {
        boolean edits = switch (event.getCode()) {
            case A, C, V, X, LEFT, RIGHT, UP, DOWN, BACK_SPACE, DELETE -> true;
            default -> false;
        };
        boolean ofTheWindow = event.isShortcutDown() || event.isAltDown();
        if (!ofTheWindow || edits || event.getEventType().equals(KeyEvent.KEY_TYPED)) {
            event.consume();
        }
    }

    private void goThere() {
        UndoRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            undo.goTo(row);
            select();
        }
    }

    private void select() {
        list.getSelectionModel().clearAndSelect(undo.current());
        list.getFocusModel().focus(undo.current());
        list.scrollTo(Math.max(0, undo.current() - MOST_ROWS / 2));
    }

    private static final class Row extends ListCell<UndoRow> {
        private final FontIcon here = new FontIcon("fth-arrow-right");

        @Override
        protected void updateItem(@Nullable UndoRow row, boolean empty) {
            super.updateItem(row, empty);
            UndoRow shown = empty ? null : row;
            setText(shown == null ? null : shown.label());
            setAccessibleText(shown == null ? null : shown.spoken());
            setGraphic(shown == null ? null : here);
            here.setVisible(shown != null && shown.state() == UndoRow.State.CURRENT);
            pseudoClassStateChanged(UNDONE, shown != null && shown.state() == UndoRow.State.UNDONE);
        }
    }
}
