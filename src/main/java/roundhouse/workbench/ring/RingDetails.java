package roundhouse.workbench.ring;

import static roundhouse.workbench.texts.Texts.text;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import roundhouse.workbench.ring.cards.ExampleTable;
import roundhouse.workbench.ring.cards.MovedPage;
import roundhouse.workbench.ring.model.KeySet;
import roundhouse.workbench.ring.model.KeyStory;
import roundhouse.workbench.ring.model.ModExample;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.picture.RingCanvas;

/** The card under the ring: one key's story, what the last change moved, or the smallest example of the problem. */
final class RingDetails {
    private final RingModel model;
    private final RingCanvas canvas;
    private final MovedPage movedPage;
    private final ExampleTable examplePage = new ExampleTable();
    private KeySet keysBefore;

    @FXML
    private ToggleButton keyTab;

    @FXML
    private ToggleButton movedTab;

    @FXML
    private ToggleButton example;

    @FXML
    private TextField key;

    @FXML
    private StackPane pages;

    @FXML
    private VBox keyPage;

    @FXML
    private Label keyWalk;

    @FXML
    private Label keyDeaths;

    RingDetails(RingModel model, RingCanvas canvas) {
        this.model = model;
        this.canvas = canvas;
        movedPage = new MovedPage(model);
        keysBefore = model.keys();
    }

    @FXML
    void initialize() {
        pages.getChildren().addAll(movedPage, examplePage);
        page(keyTab, keyPage);
        page(movedTab, movedPage);
        page(example, examplePage);
        ToggleGroup tabs = new ToggleGroup();
        tabs.getToggles().addAll(keyTab, movedTab, example);
        tabs.selectedToggleProperty().addListener((_, was, now) -> {
            if (now == null) {
                tabs.selectToggle(was);
            } else {
                example(example.equals(now));
            }
        });
        keyTab.setSelected(true);
        canvas.onKey(at -> {
            keyTab.setSelected(true);
            key.setText(model.keys().texts().get(at));
        });
        key.textProperty().addListener((_, _, _) -> choose());
        key.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                keyTab.setSelected(true);
            }
        });
        model.onChange(this::choose);
        choose();
    }

    private static void page(ToggleButton tab, Node page) {
        page.visibleProperty().bind(tab.selectedProperty());
        page.managedProperty().bind(tab.selectedProperty());
    }

    /** The example's keys take the place of the others while it is shown. */
    private void example(boolean shown) {
        boolean there = model.keys().texts().equals(ModExample.KEYS);
        if (shown && !there) {
            keysBefore = model.keys();
            model.keys(KeySet.of(ModExample.KEYS));
        } else if (!shown && there) {
            model.keys(keysBefore);
        }
    }

    private void choose() {
        String text = key.getText();
        canvas.select(text.isEmpty() ? -1 : model.keys().texts().indexOf(text));
        if (text.isEmpty()) {
            keyWalk.setText(text("ring.key-hint"));
            keyDeaths.setText("");
        } else {
            KeyStory story = KeyStory.of(model.state(), model.placement(), text);
            keyWalk.setText(story.walk());
            keyDeaths.setText(String.join("\n", story.deaths()));
        }
    }
}
