package roundhouse.workbench.ring;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Ring;
import roundhouse.workbench.ServerColours;

/** The ring itself: one picture of pixels, a few labels upon it, and {@link RingPointer} and {@link RingKeys} to move tokens. */
final class RingCanvas extends Region {
    private static final StyleablePropertyFactory<RingCanvas> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<RingCanvas, Paint> TRACK =
            FACTORY.createPaintCssMetaData("-rh-ring-track", ring -> ring.track, Color.LIGHTGREY);
    private static final CssMetaData<RingCanvas, Paint> HANDLE =
            FACTORY.createPaintCssMetaData("-rh-ring-handle", ring -> ring.handle, Color.WHITE);
    private static final CssMetaData<RingCanvas, Paint> MUTED =
            FACTORY.createPaintCssMetaData("-rh-ring-muted", ring -> ring.muted, Color.GREY);
    private static final CssMetaData<RingCanvas, Paint> ACCENT =
            FACTORY.createPaintCssMetaData("-rh-ring-accent", ring -> ring.accent, Color.BLUE);

    private static final String[] MARKS = {"0 · 10¹⁸", "2.5 × 10¹⁷", "5 × 10¹⁷", "7.5 × 10¹⁷"};

    private final RingModel model;
    private final RingPainter painter;
    private final ImageView view = new ImageView();
    private final Label[] marks = new Label[MARKS.length];
    private final Label tokenLabel = new Label();
    private final StyleableObjectProperty<Paint> track = paint(TRACK);
    private final StyleableObjectProperty<Paint> handle = paint(HANDLE);
    private final StyleableObjectProperty<Paint> muted = paint(MUTED);
    private final StyleableObjectProperty<Paint> accent = paint(ACCENT);
    private final Supplier<Map<String, Integer>> orders;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            draw();
            if (!painter.moving()) {
                stop();
            }
        }
    };
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable Pixels shown;
    private Ring.@Nullable Token chosen;
    private int selectedKey = -1;
    private IntConsumer keyListener = _ -> {};

    /** @param orders the order number, and with it the colour, of each server by name */
    RingCanvas(RingModel model, Supplier<Map<String, Integer>> orders) {
        this.model = model;
        this.orders = orders;
        painter = new RingPainter(model);
        getStyleClass().add("ring-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Ring of " + model.state().targets().size() + " servers");
        setMinSize(200, 200);
        view.setManaged(false);
        view.setSmooth(false);
        view.setMouseTransparent(true);
        getChildren().add(view);
        for (int i = 0; i < MARKS.length; i++) {
            marks[i] = new Label(MARKS[i]);
            marks[i].getStyleClass().add("ring-mark");
            getChildren().add(marks[i]);
        }
        tokenLabel.getStyleClass().add("token-label");
        tokenLabel.setMouseTransparent(true);
        tokenLabel.setVisible(false);
        getChildren().add(tokenLabel);
        model.onChange(this::follow);
        new RingPointer(this, model).install();
        new RingKeys(this, model).install();
        recolour();
    }

    private StyleableObjectProperty<Paint> paint(CssMetaData<RingCanvas, Paint> metaData) {
        SimpleStyleableObjectProperty<Paint> paint = new SimpleStyleableObjectProperty<>(
                metaData, this, metaData.getProperty(), metaData.getInitialValue(this));
        paint.addListener((_, _, _) -> themed());
        return paint;
    }

    private void themed() {
        if (accent != null) {
            painter.theme(new RingPainter.Theme(
                    argb(track.get()), argb(handle.get()), argb(muted.get()), argb(accent.get())));
            requestLayout();
        }
    }

    /** Called with the key that was pointed at. */
    void onKey(IntConsumer listener) {
        keyListener = listener;
    }

    RingPainter painter() {
        return painter;
    }

    double outputScale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    private void follow() {
        recolour();
        painter.follow(Platform.getPreferences().isReducedMotion() ? 0 : System.nanoTime());
        keepChosen();
        timer.start();
        requestLayout();
    }

    /** Takes the servers' colours again. */
    void recolour() {
        Map<String, Integer> numbers = orders.get();
        int[] palette = new int[model.state().targets().size()];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = argb(ServerColours.of(
                    numbers.getOrDefault(model.state().targets().get(i).name(), i)));
        }
        painter.palette(palette);
    }

    /** The chosen token may have moved, or have gone. */
    private void keepChosen() {
        Ring.Token token = chosen;
        if (token != null) {
            chosen = model.state().settings().isRing()
                            && token.target() < model.state().targets().size()
                    ? model.state().settings().ring(model.state().targets()).tokensOf(token.target()).stream()
                            .filter(other -> other.number() == token.number())
                            .findFirst()
                            .orElse(null)
                    : null;
        }
    }

    Ring.@Nullable Token chosen() {
        return chosen;
    }

    void choose(Ring.@Nullable Token token) {
        chosen = token;
        requestLayout();
    }

    /** Joins this key's replicas; -1 for none. */
    void select(int key) {
        selectedKey = key;
        requestLayout();
    }

    void pointed(int key) {
        keyListener.accept(key);
    }

    private int chosenIndex() {
        Ring.Token token = chosen;
        if (token == null) {
            return -1;
        }
        Ring.Tokens tokens = painter.tokens();
        int index = RingPainter.first(tokens.positions(), token.position());
        while (index < tokens.size() && tokens.owners()[index] != token.target()) {
            index++;
        }
        return index < tokens.size() && tokens.positions()[index] == token.position() ? index : -1;
    }

    @Override
    protected void layoutChildren() {
        double scale = outputScale();
        int width = Math.max(64, (int) Math.ceil(getWidth() * scale));
        int height = Math.max(64, (int) Math.ceil(getHeight() * scale));
        painter.resize(width, height, scale);
        Pixels pixels = painter.pixels();
        if (!pixels.equals(shown)) {
            shown = pixels;
            buffer = new PixelBuffer<>(
                    width, height, IntBuffer.wrap(pixels.argb()), PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
            view.setFitWidth(width / scale);
            view.setFitHeight(height / scale);
        }
        RingShape shape = painter.shape();
        double out = shape.outer + 8 * scale;
        for (int i = 0; i < marks.length; i++) {
            Label mark = marks[i];
            mark.autosize();
            double x = shape.x(i / 4.0, out) / scale;
            double y = shape.y(i / 4.0, out) / scale;
            boolean side = i % 2 == 1;
            mark.relocate(
                    snapPositionX(side ? (i == 1 ? x - 2 : x - mark.getWidth() + 2) : x - mark.getWidth() / 2),
                    snapPositionY(side ? y - mark.getHeight() * 1.6 : (i == 0 ? y - mark.getHeight() : y)));
        }
        draw();
        label(scale);
    }

    private void draw() {
        painter.paint(System.nanoTime(), chosenIndex(), selectedKey);
        PixelBuffer<IntBuffer> target = buffer;
        if (target != null) {
            target.updateBuffer(_ -> null);
        }
    }

    private void label(double scale) {
        Ring.Token token = chosen;
        tokenLabel.setVisible(token != null);
        if (token == null) {
            return;
        }
        String server = model.state().targets().get(token.target()).name();
        tokenLabel.setText(server + " · token " + token.number() + (token.moved() ? ", moved by hand" : "") + "\n"
                + Angle.text(token.position()) + " · " + Angle.hex(token.position()));
        tokenLabel.autosize();
        RingShape shape = painter.shape();
        double turn = Angle.turn(token.position());
        double x = shape.x(turn, shape.inner - 22 * scale) / scale;
        double y = shape.y(turn, shape.inner - 22 * scale) / scale;
        tokenLabel.relocate(
                snapPositionX(Math.clamp(
                        turn < 0.5 ? x - tokenLabel.getWidth() : x,
                        0,
                        Math.max(0, getWidth() - tokenLabel.getWidth()))),
                snapPositionY(y - tokenLabel.getHeight() / 2));
    }

    private static int argb(Paint paint) {
        if (!(paint instanceof Color colour)) {
            return 0xff808080;
        }
        int alpha = (int) Math.round(colour.getOpacity() * 255);
        return alpha << 24
                | (int) Math.round(colour.getRed() * alpha) << 16
                | (int) Math.round(colour.getGreen() * alpha) << 8
                | (int) Math.round(colour.getBlue() * alpha);
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
