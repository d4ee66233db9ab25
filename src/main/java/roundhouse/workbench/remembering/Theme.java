package roundhouse.workbench.remembering;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import roundhouse.workbench.Preferences;

/**
 * Light or dark. AtlantaFX's Primer draws the controls, {@code styles/light.css} or {@code styles/dark.css} names the colours,
 * {@code styles/base.css}, {@code styles/canvas.css} and {@code styles/learn.css} the structure; {@code styles/opaque.css} takes shadows from
 * pop-ups where the screen has no transparent windows. What was chosen is remembered per user.
 */
public final class Theme {
    /** What a person can choose. */
    public enum Choice {
        LIGHT,
        DARK,
        /** As the desktop is. */
        SYSTEM
    }

    private static final String KEY = "theme";
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<Choice> choice;
    private final ReadOnlyObjectWrapper<ColorScheme> scheme =
            new ReadOnlyObjectWrapper<>(this, "scheme", ColorScheme.LIGHT);
    private final ChangeListener<ColorScheme> desktop = (_, _, _) -> settle();

    public Theme(Preferences settings) {
        choice = new SimpleObjectProperty<>(this, "choice", remembered(settings));
        choice.subscribe(chosen -> {
            settings.put(KEY, chosen.name().toLowerCase(Locale.ROOT));
            settle();
        });
        Platform.getPreferences().colorSchemeProperty().addListener(desktop);
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<ColorScheme> schemeProperty() {
        return scheme.getReadOnlyProperty();
    }

    /** Styles a scene now and whenever the theme changes. */
    public void apply(Scene scene) {
        scheme.subscribe(shown -> {
            scene.getPreferences().setColorScheme(shown);
            scene.getStylesheets().setAll(stylesheets(shown));
            if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
                scene.getStylesheets().add(sheet("opaque"));
            }
            scene.getRoot().pseudoClassStateChanged(DARK, shown == ColorScheme.DARK);
        });
    }

    /** The sheets of a colour scheme, for scenes of their own such as those that pictures are taken of. */
    public static List<String> stylesheets(ColorScheme scheme) {
        return List.of(
                sheet(scheme == ColorScheme.DARK ? "dark" : "light"), sheet("base"), sheet("canvas"), sheet("learn"));
    }

    /** Ends the watch on the desktop's colours. */
    public void close() {
        Platform.getPreferences().colorSchemeProperty().removeListener(desktop);
    }

    private void settle() {
        ColorScheme shown = switch (choice.get()) {
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
            case SYSTEM -> Platform.getPreferences().getColorScheme();
        };
        Application.setUserAgentStylesheet(
                shown == ColorScheme.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scheme.set(shown);
    }

    private static Choice remembered(Preferences settings) {
        String name = settings.get(KEY).orElse("system").toUpperCase(Locale.ROOT);
        for (Choice choice : Choice.values()) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        return Choice.SYSTEM;
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/styles/" + name + ".css"), name)
                .toExternalForm();
    }
}
