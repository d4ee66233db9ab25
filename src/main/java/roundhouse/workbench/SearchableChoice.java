package roundhouse.workbench;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.Region;
import org.controlsfx.control.SearchableComboBox;

/** A choice among many, in which letters that are typed narrow the list down; the list is as high as what matches. */
public final class SearchableChoice<T> extends SearchableComboBox<T> {
    /** Entries that are seen without scrolling. */
    private static final int MOST_ROWS = 12;

    /** The control that has the list that is seen, which is made of what matches. */
    private static final String MATCHES = "#filtered";

    /** Made by FXML too. */
    public SearchableChoice() {
        setVisibleRowCount(MOST_ROWS);
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
