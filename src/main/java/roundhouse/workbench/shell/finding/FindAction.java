package roundhouse.workbench.shell.finding;

import static roundhouse.workbench.texts.Texts.text;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Type a few letters of what you want, Enter does it. */
public final class FindAction {
    private static final double WIDTH = 560;
    private static final double ROW = 34;
    private static final int ROWS = 10;

    private final Actions actions;
    private final Popup popup = new Popup();
    private final TextField typed = new TextField();
    private final ListView<Action> found = new ListView<>();

    public FindAction(Actions actions) {
        this.actions = actions;
        typed.setPromptText(text("shell.find-actions-nodes-settings-algorithms"));
        typed.setId("find-action");
        typed.textProperty().subscribe(this::search);
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setFixedCellSize(ROW);
        found.setCellFactory(_ -> new Row());
        found.setFocusTraversable(false);
        found.setOnMouseClicked(_ -> choose());
        found.setPlaceholder(new Label(text("shell.nothing-matches")));
        VBox box = new VBox(typed, found);
        box.getStyleClass().addAll("popup-card", "find-action");
        box.setPrefWidth(WIDTH);
        popup.getContent().setAll(box);
        popup.setAutoHide(true);
    }

    public void show(Window owner) {
        typed.clear();
        search("");
        popup.show(owner, owner.getX() + (owner.getWidth() - WIDTH) / 2, owner.getY() + 90);
        typed.requestFocus();
    }

    private void search(String text) {
        found.getItems().setAll(actions.find(text));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
        found.setPrefHeight(ROW * Math.clamp(found.getItems().size(), 2, ROWS) + 4);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> select(1);
            case UP -> select(-1);
            case PAGE_DOWN -> select(ROWS);
            case PAGE_UP -> select(-ROWS);
            case ENTER -> choose();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int by) {
        int last = found.getItems().size() - 1;
        if (last >= 0) {
            int next = Math.clamp(found.getSelectionModel().getSelectedIndex() + by, 0, last);
            found.getSelectionModel().select(next);
            found.scrollTo(Math.max(0, next - ROWS + 2));
        }
    }

    private void choose() {
        Action action = found.getSelectionModel().getSelectedItem();
        if (action != null && action.enabled().get()) {
            popup.hide();
            // The rows go before another theme comes: out of the window they would look for its colours in vain.
            found.getItems().clear();
            Platform.runLater(action::run);
        }
    }

    private static final class Row extends ListCell<Action> {
        private final Label title = new Label();
        private final Label group = new Label();
        private final Label key = new Label();
        private final HBox content;

        Row() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            group.getStyleClass().add("muted");
            group.setMinWidth(Region.USE_PREF_SIZE);
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            content = new HBox(title, group, gap, key);
            content.getStyleClass().add("find-row");
            // As wide as the list: its title gives way, and the list never scrolls sideways.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (action == null || empty) {
                setGraphic(null);
                return;
            }
            title.setText(action.title().get());
            group.setText(action.group().title());
            key.setText(action.keyText());
            setDisable(!action.enabled().get());
            setGraphic(content);
        }
    }
}
