package roundhouse.workbench.caches;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheContents;

/**
 * The cells of a cache, painted: state is told by shape and colour. A click, or an arrow
 * key, follows the key of a cell.
 */
final class CachePicture extends Region {
    private static final StyleablePropertyFactory<CachePicture> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    /** Cells smaller than this have no marks but their colour. */
    private static final double MARKED = 5;

    private static final double HAND = 5;

    private final StyleableProperty<Color> fresh =
            FACTORY.createStyleableColorProperty(this, "freshPaint", "-rh-cell-fresh", of -> of.fresh, Color.GREEN);
    private final StyleableProperty<Color> stale =
            FACTORY.createStyleableColorProperty(this, "stalePaint", "-rh-cell-stale", of -> of.stale, Color.ORANGE);
    private final StyleableProperty<Color> dirty =
            FACTORY.createStyleableColorProperty(this, "dirtyPaint", "-rh-cell-dirty", of -> of.dirty, Color.RED);
    private final StyleableProperty<Color> faint =
            FACTORY.createStyleableColorProperty(this, "faintPaint", "-rh-cell-faint", of -> of.faint, Color.GRAY);
    private final StyleableProperty<Color> text =
            FACTORY.createStyleableColorProperty(this, "textPaint", "-rh-cell-text", of -> of.text, Color.BLACK);
    private final StyleableProperty<Color> lit =
            FACTORY.createStyleableColorProperty(this, "litPaint", "-rh-cell-lit", of -> of.lit, Color.BLUE);

    private final Canvas canvas = new Canvas();
    private final Tooltip hint = new Tooltip();
    private @Nullable CacheGrid grid;

    CachePicture(LongConsumer follow) {
        setId("cache-cells");
        getStyleClass().add("cache-cells");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        Tooltip.install(this, hint);
        setOnMouseMoved(this::tell);
        setOnMouseClicked(event -> {
            CacheGrid shown = grid;
            int cell = shown == null ? CacheGrid.NONE : shown.at(event.getX(), event.getY());
            boolean known = shown != null && cell != CacheGrid.NONE && shown.key(cell) != CacheContents.NONE;
            if (shown != null && known && event.getButton() == MouseButton.PRIMARY) {
                follow.accept(shown.key(cell));
            }
        });
        setOnKeyPressed(event -> {
            CacheGrid shown = grid;
            int by = shown == null
                    ? 0
                    : switch (event.getCode()) {
                        case LEFT -> -1;
                        case RIGHT -> 1;
                        case UP -> -shown.columns();
                        case DOWN -> shown.columns();
                        default -> 0;
                    };
            if (shown != null && by != 0) {
                int cell = shown.from(by);
                if (cell != CacheGrid.NONE) {
                    follow.accept(shown.key(cell));
                }
                event.consume();
            }
        });
    }

    private void tell(MouseEvent event) {
        CacheGrid shown = grid;
        int cell = shown == null ? CacheGrid.NONE : shown.at(event.getX(), event.getY());
        hint.setText(
                shown == null || cell == CacheGrid.NONE
                        ? text("caches.each-cell-is-a-key")
                        : CacheText.key(shown.key(cell)) + ", " + CacheText.state(shown.state(cell)));
    }

    /** Shows these cells; null for none. */
    void show(@Nullable CacheGrid next) {
        grid = next;
        setPrefHeight(next == null ? 0 : next.height());
        setMinHeight(USE_PREF_SIZE);
        setFocusTraversable(next != null && next.cells() > 0);
        setAccessibleText(
                next == null
                        ? ""
                        : String.join(
                                "; ",
                                next.sections().stream().map(CacheText::heading).toList()));
        paint();
    }

    @Override
    protected void layoutChildren() {
        paint();
    }

    private void paint() {
        CacheGrid shown = grid;
        double width = Math.max(1, getWidth());
        double height = shown == null ? 1 : Math.max(1, shown.height());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, width, height);
        if (shown == null) {
            return;
        }
        to.setTextBaseline(VPos.CENTER);
        for (CacheGrid.Section section : shown.sections()) {
            to.setFill(text.getValue());
            to.fillText(CacheText.heading(section), 0, section.top() + CacheGrid.HEADING / 2, width);
            for (int place = 0; place < section.cells(); place++) {
                cell(to, shown.state(section.first() + place), shown.x(place), shown.y(section, place), shown.side());
            }
            mark(to, shown, section, shown.newest(), lit.getValue());
            mark(to, shown, section, shown.followed(), text.getValue());
            hand(to, shown, section);
        }
    }

    private void cell(GraphicsContext to, byte state, double x, double y, double side) {
        double ink = side - (side < MARKED ? 0.5 : 1.5);
        switch (state) {
            case CacheContents.FRESH -> {
                to.setFill(fresh.getValue());
                to.fillRect(x, y, ink, ink);
            }
            case CacheContents.OUTDATED -> {
                to.setFill(stale.getValue());
                to.fillPolygon(new double[] {x, x + ink, x}, new double[] {y, y + ink, y + ink}, 3);
                to.setFill(fresh.getValue());
                to.fillPolygon(new double[] {x, x + ink, x + ink}, new double[] {y, y, y + ink}, 3);
            }
            case CacheContents.EXPIRED, CacheContents.BANNED -> {
                to.setStroke(stale.getValue());
                to.setLineWidth(1);
                to.strokeRect(x + 0.5, y + 0.5, ink - 1, ink - 1);
            }
            case CacheContents.DIRTY -> {
                to.setFill(dirty.getValue());
                to.fillOval(x, y, ink, ink);
            }
            default -> {
                double dot = Math.max(1, ink * 0.3);
                to.setFill(faint.getValue());
                to.fillRect(x + (ink - dot) / 2, y + (ink - dot) / 2, dot, dot);
            }
        }
    }

    /** A triangle that points down at the cell. */
    private void hand(GraphicsContext to, CacheGrid grid, CacheGrid.Section section) {
        if (section.hand() != CacheGrid.NONE) {
            double x = grid.x(section.hand() - section.first()) + grid.side() / 2;
            double y = grid.y(section, section.hand() - section.first()) + grid.side() / 2;
            to.setFill(text.getValue());
            to.fillPolygon(new double[] {x, x - HAND, x + HAND}, new double[] {y, y - 2 * HAND, y - 2 * HAND}, 3);
        }
    }

    /** A frame around a cell that is one of the section's. */
    private static void mark(GraphicsContext to, CacheGrid grid, CacheGrid.Section section, int cell, Color colour) {
        int place = cell - section.first();
        if (cell != CacheGrid.NONE && place >= 0 && place < section.cells()) {
            double around = Math.max(grid.side(), MARKED) + 1;
            double shift = (around - grid.side() + 1) / 2;
            to.setStroke(colour);
            to.setLineWidth(2);
            to.strokeRect(grid.x(place) - shift + 0.5, grid.y(section, place) - shift + 0.5, around, around);
        }
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
