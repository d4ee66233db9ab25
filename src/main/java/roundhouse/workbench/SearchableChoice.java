package roundhouse.workbench;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;
import org.controlsfx.control.SearchableComboBox;

/** A choice among many, in which letters that are typed narrow the list down; the list is as high as what matches. */
public final class SearchableChoice<T> extends SearchableComboBox<T> {
    /** Entries that are seen without scrolling. */
    public static final int MOST_ROWS = 12;

    /** The list that is seen lies over this one and has only what matches. */
    private static final String MATCHES = ".combo-box-filtered";

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        if (lookup(MATCHES) instanceof ComboBox<?> matches) {
            matches.itemsProperty().subscribe(this::fit);
        }
        return skin;
    }

    /** A list that is open asks for its height again only when its number of rows changes. */
    private void fit(List<?> matches) {
        setVisibleRowCount(Math.clamp(matches.size(), 1, MOST_ROWS));
    }
}
