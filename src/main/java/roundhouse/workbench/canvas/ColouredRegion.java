package roundhouse.workbench.canvas;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import roundhouse.workbench.canvas.painting.CanvasColours;

/** A region that takes its {@link CanvasColours} from the style sheet ({@code -rh-paint-grid} and so on). */
abstract class ColouredRegion extends Region {
    private static final StyleablePropertyFactory<ColouredRegion> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> background = property("background", Color.WHITE);
    private final StyleableProperty<Color> surface = property("surface", Color.WHITE);
    private final StyleableProperty<Color> border = property("border", Color.LIGHTGRAY);
    private final StyleableProperty<Color> muted = property("muted", Color.GRAY);
    private final StyleableProperty<Color> accent = property("accent", Color.BLUE);
    private final StyleableProperty<Color> danger = property("danger", Color.RED);
    private final StyleableProperty<Color> warning = property("warning", Color.ORANGE);
    private final StyleableProperty<Color> success = property("success", Color.GREEN);
    private final StyleableProperty<Color> text = property("text", Color.BLACK);
    private final StyleableProperty<Color> grid = property("grid", Color.LIGHTGRAY);
    private final StyleableProperty<Color> link = property("link", Color.GRAY);

    private StyleableProperty<Color> property(String name, Color initial) {
        return FACTORY.createStyleableColorProperty(
                this, name + "Paint", "-rh-paint-" + name, of -> of.named(name), initial);
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
            case "success" -> success;
            case "text" -> text;
            case "grid" -> grid;
            default -> link;
        };
    }

    /** The colours as they are now. */
    final CanvasColours colours() {
        return new CanvasColours(
                background.getValue(),
                surface.getValue(),
                border.getValue(),
                muted.getValue(),
                accent.getValue(),
                danger.getValue(),
                warning.getValue(),
                success.getValue(),
                text.getValue(),
                grid.getValue(),
                link.getValue());
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
