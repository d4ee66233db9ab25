package roundhouse.workbench;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** A choice among many, in which letters that are typed narrow the list down; the list is as high as what matches. */
public final class SearchableChoice<T> extends SearchableComboBox<T> {
    /** Entries that are seen without scrolling. */
    private static final int MOST_ROWS = 12;

    /** The control that has the list that is seen, which is made of what matches. */
    private static final String MATCHES = "#filtered";

    /** What was chosen when the list opened. */
    private @Nullable T before;

    /** Made by FXML too. */
    public SearchableChoice() {
        setVisibleRowCount(MOST_ROWS);
        showingProperty().addListener((_, _, showing) -> {
            if (showing) {
                before = getValue();
            } else {
                Platform.runLater(this::keep);
            }
        });
    }

    /** Keeps what was chosen, and its title, where what was typed did not match it: of that the list knows neither. */
    private void keep() {
        if (isShowing()) {
            return;
        }
        if (getValue() == null && before != null) {
            setValue(before);
        }
        ListCell<T> cell = getButtonCell();
        setButtonCell(null);
        setButtonCell(cell);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        if (lookup(MATCHES) instanceof ComboBox<?> matches) {
            matches.skinProperty().subscribe(its -> fit(matches, its));
        }
        return skin;
    }

    /** An open list keeps the height it had when it opened. Listens after the skin does, so that the list has the new matches by then. */
    private static void fit(ComboBox<?> matches, Skin<?> skin) {
        if (skin instanceof ComboBoxListViewSkin<?> withList) {
            matches.itemsProperty().addListener((_, _, _) -> fit(withList.getPopupContent()));
            // A space that is typed between words would choose what is first by then.
            withList.getPopupContent().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.SPACE) {
                    event.consume();
                }
            });
        }
    }

    private static void fit(Node list) {
        if (list instanceof Region region) {
            region.layout();
            region.resize(
                    region.getWidth(),
                    Math.max(region.minHeight(region.getWidth()), region.prefHeight(region.getWidth())));
        }
    }
}
