package roundhouse.workbench.canvas;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours of what the canvas paints by hand, as the style sheet gives them ({@code -rh-paint-grid} and so on). */
final class CanvasColours {
    private static final StyleablePropertyFactory<CanvasView> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> background;
    private final StyleableProperty<Color> surface;
    private final StyleableProperty<Color> border;
    private final StyleableProperty<Color> muted;
    private final StyleableProperty<Color> accent;
    private final StyleableProperty<Color> danger;
    private final StyleableProperty<Color> warning;
    private final StyleableProperty<Color> grid;
    private final StyleableProperty<Color> link;

    CanvasColours(CanvasView view) {
        background = property(view, "background", Color.WHITE);
        surface = property(view, "surface", Color.WHITE);
        border = property(view, "border", Color.LIGHTGRAY);
        muted = property(view, "muted", Color.GRAY);
        accent = property(view, "accent", Color.BLUE);
        danger = property(view, "danger", Color.RED);
        warning = property(view, "warning", Color.ORANGE);
        grid = property(view, "grid", Color.LIGHTGRAY);
        link = property(view, "link", Color.GRAY);
    }

    private static StyleableProperty<Color> property(CanvasView view, String name, Color initial) {
        return FACTORY.createStyleableColorProperty(
                view, name + "Paint", "-rh-paint-" + name, of -> of.colours().named(name), initial);
    }

    private StyleableProperty<Color> named(String name) {
        return switch (name) {
            case "background" -> background;
            case "surface" -> surface;
            case "border" -> border;
            case "muted" -> muted;
            case "accent" -> accent;
            case "danger" -> danger;
            case "warning" -> warning;
            case "grid" -> grid;
            default -> link;
        };
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    Color background() {
        return background.getValue();
    }

    Color surface() {
        return surface.getValue();
    }

    Color border() {
        return border.getValue();
    }

    Color muted() {
        return muted.getValue();
    }

    Color accent() {
        return accent.getValue();
    }

    Color danger() {
        return danger.getValue();
    }

    Color warning() {
        return warning.getValue();
    }

    Color grid() {
        return grid.getValue();
    }

    Color link() {
        return link.getValue();
    }
}
