package roundhouse.workbench.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Lanes below an axis of time, the names of the clients at their left. Pointer and keys move it and choose operations. */
final class LanesPicture extends Region {
    private static final StyleablePropertyFactory<LanesPicture> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final List<CssMetaData<LanesPicture, Paint>> SHEET = Stream.of(LaneInk.values())
            .map(ink -> FACTORY.createPaintCssMetaData(ink.property(), of -> of.inks.get(ink.ordinal()), Color.GREY))
            .toList();

    private static final double GUTTER = LanesMargins.GUTTER;
    private static final double AXIS = LanesMargins.AXIS;
    private static final double BAR = 12;
    private static final double LEAST_HEIGHT = 120;
    private static final double STEP = 60;
    private static final double CLOSER = 1.25;

    private final List<StyleableObjectProperty<Paint>> inks =
            SHEET.stream().map(this::ink).toList();
    private final Canvas canvas = new Canvas();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final IntConsumer hovered;
    private final IntConsumer opened;
    private final Text ruler = new Text();
    private @Nullable LanesModel model;
    private @Nullable LanesText text;
    private int under = LanesModel.NONE;
    private double dragged;
    private double draggedDown;
    private boolean isDragged;
    private boolean isPlacing;

    /**
     * @param hovered is told which operation is under the pointer, {@link LanesModel#NONE} for none
     * @param opened is told which was clicked, or chosen by Enter
     */
    LanesPicture(IntConsumer hovered, IntConsumer opened) {
        this.hovered = hovered;
        this.opened = opened;
        setId("history-lanes");
        getStyleClass().add("history-lanes");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinHeight(LEAST_HEIGHT);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        down.setOrientation(Orientation.VERTICAL);
        down.setFocusTraversable(false);
        across.setFocusTraversable(false);
        down.valueProperty().subscribe(value -> scrolled(() -> shown().scrollTo(value.doubleValue())));
        across.valueProperty()
                .subscribe(value -> scrolled(() -> shown().move(
                                (value.doubleValue() - shown().window().start())
                                        / shown().window().perPixel())));
        getChildren().addAll(canvas, down, across);
        canvas.setManaged(false);
        setOnMouseMoved(event -> hover(at(event)));
        setOnMouseExited(_ -> hover(LanesModel.NONE));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseClicked(this::click);
        setOnScroll(this::scroll);
        setOnZoom(event -> change(() -> shown().zoom(event.getZoomFactor(), event.getX() - GUTTER)));
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(_ -> requestLayout());
    }

    private StyleableObjectProperty<Paint> ink(CssMetaData<LanesPicture, Paint> sheet) {
        SimpleStyleableObjectProperty<Paint> paint =
                new SimpleStyleableObjectProperty<>(sheet, this, sheet.getProperty(), Color.GREY);
        paint.addListener((_, _, _) -> requestLayout());
        return paint;
    }

    private Color colour(LaneInk ink) {
        return inks.get(ink.ordinal()).get() instanceof Color colour ? colour : Color.GREY;
    }

    private LanesModel shown() {
        return Objects.requireNonNull(model);
    }

    void show(LanesModel next, LanesText words, String verdict) {
        model = next;
        text = words;
        under = LanesModel.NONE;
        List<String> lines = new ArrayList<>(List.of(verdict));
        lines.addAll(words.lines());
        setAccessibleText(String.join("\n", lines));
        next.selectedProperty().subscribe(_ -> requestLayout());
        requestLayout();
    }

    /** Does something to what is in sight, and shows that. */
    void change(Runnable what) {
        if (model != null) {
            what.run();
            requestLayout();
        }
    }

    private void scrolled(Runnable what) {
        if (!isPlacing) {
            change(what);
        }
    }

    private int at(MouseEvent event) {
        boolean isInside = model != null && event.getX() >= GUTTER && event.getY() >= AXIS;
        return isInside ? shown().at(event.getX() - GUTTER, event.getY() - AXIS) : LanesModel.NONE;
    }

    private void hover(int operation) {
        if (operation != under) {
            under = operation;
            hovered.accept(operation);
            setCursor(operation == LanesModel.NONE ? Cursor.DEFAULT : Cursor.HAND);
            requestLayout();
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        dragged = event.getX();
        draggedDown = event.getY();
        isDragged = false;
    }

    private void drag(MouseEvent event) {
        isDragged |= !event.isStillSincePress();
        if (isDragged) {
            change(() -> {
                shown().move(dragged - event.getX());
                shown().scrollTo(shown().offset() + draggedDown - event.getY());
            });
            dragged = event.getX();
            draggedDown = event.getY();
        }
    }

    private void click(MouseEvent event) {
        int operation = at(event);
        if (event.getButton() == MouseButton.PRIMARY && !isDragged && operation != LanesModel.NONE) {
            shown().select(operation);
            opened.accept(operation);
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            change(() -> shown().zoom(event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER, event.getX() - GUTTER));
        } else if (model != null && shown().mostOffset() > 0 && event.getDeltaX() == 0) {
            change(() -> shown().scrollTo(shown().offset() - event.getDeltaY()));
        } else {
            change(() -> shown().move(-event.getDeltaX() - event.getDeltaY()));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (model == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        LanesModel now = shown();
        switch (event.getCode()) {
            case LEFT -> move(event, -1, now);
            case RIGHT -> move(event, 1, now);
            case UP -> now.stepLane(-1);
            case DOWN -> now.stepLane(1);
            case PLUS, EQUALS, ADD -> now.zoom(CLOSER, now.width() / 2);
            case MINUS, SUBTRACT -> now.zoom(1 / CLOSER, now.width() / 2);
            case HOME, DIGIT0, NUMPAD0 -> now.fitExample();
            case END, DIGIT9, NUMPAD9 -> now.fitAll();
            case N -> now.stepExample(event.isShiftDown() ? -1 : 1);
            case ENTER -> {
                if (now.selectedProperty().get() != LanesModel.NONE) {
                    opened.accept(now.selectedProperty().get());
                }
            }
            default -> {
                return;
            }
        }
        requestLayout();
        event.consume();
    }

    private static void move(KeyEvent event, int by, LanesModel now) {
        if (event.isShiftDown()) {
            now.move(by * STEP);
        } else {
            now.step(by);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - BAR);
        double height = Math.max(1, getHeight() - BAR);
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, width, height);
        if (model == null || text == null) {
            return;
        }
        LanesModel now = shown();
        now.size(width - GUTTER, height - AXIS);
        placeBars(now, width, height);
        ruler.setFont(Font.font(Font.getDefault().getFamily(), 12));
        to.save();
        to.translate(GUTTER, AXIS);
        to.beginPath();
        to.rect(0, 0, width - GUTTER, height - AXIS);
        to.clip();
        new LanesPainter(to, this::colour, now, this::measure, height - AXIS).paint(under);
        to.restore();
        to.setFont(ruler.getFont());
        new LanesMargins(to, this::colour, now, this::measure).paint(text, width, height);
    }

    private double measure(String words) {
        ruler.setText(words);
        return Math.ceil(ruler.getLayoutBounds().getWidth());
    }

    private void placeBars(LanesModel now, double width, double height) {
        isPlacing = true;
        down.setVisible(now.mostOffset() > 0);
        down.setMax(now.mostOffset());
        down.setVisibleAmount(height
                * Math.max(1, now.mostOffset())
                / Math.max(1, now.layout().height()));
        down.setUnitIncrement(24);
        down.setBlockIncrement(height / 2);
        down.setValue(now.offset());
        down.resizeRelocate(width, AXIS, BAR, Math.max(1, height - AXIS));
        TimeWindow window = now.window();
        double span = now.width() * window.perPixel();
        double whole = (double) (now.lanes().until() - now.lanes().from());
        across.setMin(-span / 2);
        across.setMax(Math.max(whole - span / 2, window.start()));
        across.setVisibleAmount(span * Math.max(1, whole) / Math.max(1, whole + span));
        across.setUnitIncrement(STEP * window.perPixel());
        across.setBlockIncrement(span / 2);
        across.setValue(window.start());
        across.resizeRelocate(GUTTER, height, Math.max(1, width - GUTTER), BAR);
        isPlacing = false;
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
