package roundhouse.workbench.texts;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the window by their keys, from one resource bundle, {@code texts.properties}. A key begins with the
 * package that shows the text. A text with values is a pattern of {@link MessageFormat}; in it an apostrophe is written
 * twice, and one word for one and for many is a choice: <code>{0,choice,1#1 server|1&lt;{0} servers}</code>.
 */
public final class Texts {
    /** The bundle, for FXML: there {@code %key} stands for the text. */
    public static final ResourceBundle BUNDLE = ResourceBundle.getBundle("roundhouse.workbench.texts.texts");

    private Texts() {}

    /**
     * The text of a key, as it stands in the bundle.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public static String text(String key) {
        return BUNDLE.getString(key);
    }

    /**
     * The text of a key with values in its places. A number is written as the bundle's language writes it; one that has
     * a unit or a precision comes as words.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public static String text(String key, @Nullable Object... values) {
        return new MessageFormat(BUNDLE.getString(key), BUNDLE.getLocale()).format(values);
    }
}
