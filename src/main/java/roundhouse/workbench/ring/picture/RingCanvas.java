package roundhouse.workbench.ring.picture;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import javafx.animation.AnimationTimer;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.rings.Ring;
import roundhouse.workbench.ReducedMotion;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.RingModel;

/** The ring itself: one picture of pixels, a few labels upon it, and {@link RingPointer} and {@link RingKeys} to move tokens. */
public final class RingCanvas extends Region {
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

    private final RingModel model;
    private final RingPainter painter;
    private final Lens lens = new Lens();
    private final PixelView view = new PixelView();
    private final ScaleMarks marks = new ScaleMarks();
    private final Label tokenLabel = new Label();
    private final StyleableObjectProperty<Paint> track = paint(TRACK);
    private final StyleableObjectProperty<Paint> handle = paint(HANDLE);
    private final StyleableObjectProperty<Paint> muted = paint(MUTED);
    private final StyleableObjectProperty<Paint> accent = paint(ACCENT);
    private final ToIntFunction<String> orders;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            draw();
            if (painter.flying() == 0) {
                stop();
            }
        }
    };
    private Ring.@Nullable Token chosen;
    private int selectedKey = -1;
    private IntConsumer keyListener = _ -> {};
    private Runnable lookListener = () -> {};

    /** @param orders the order number, and with it the colour, of each server by name */
    public RingCanvas(RingModel model, ToIntFunction<String> orders) {
        this.model = model;
        this.orders = orders;
        painter = new RingPainter(model);
        painter.colours(this::colour);
        getStyleClass().add("ring-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        tell();
        setMinSize(200, 200);
        getChildren().addAll(view, marks);
        tokenLabel.getStyleClass().add("token-label");
        tokenLabel.setMouseTransparent(true);
        tokenLabel.setVisible(false);
        tokenLabel.setManaged(false);
        lens.onChange(this::requestLayout);
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
            recolour();
            requestLayout();
        }
    }

    /** Called with the key that was pointed at. */
    public void onKey(IntConsumer listener) {
        keyListener = listener;
    }

    /** Called when the same things look different: other colours, another token chosen. */
    void onLook(Runnable listener) {
        lookListener = listener;
    }

    private void look() {
        requestLayout();
        lookListener.run();
    }

    /** What is said of the chosen token, at its place; goes over all that stands upon the ring. */
    public Node tokenLabel() {
        return tokenLabel;
    }

    public Lens lens() {
        return lens;
    }

    /** Marks on the ring which stretch the lens sees, or no longer. */
    public void showLens(boolean shown) {
        painter.lens(shown ? lens : null);
        requestLayout();
    }

    public RingPainter painter() {
        return painter;
    }

    double outputScale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    private void follow() {
        recolour();
        painter.follow(ReducedMotion.in(this) ? 0 : System.nanoTime());
        keepChosen();
        tell();
        timer.start();
        requestLayout();
    }

    /** Takes the servers' colours again. */
    public void recolour() {
        int[] palette = new int[model.state().targets().size()];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = colour(model.state().targets().get(i).name());
        }
        painter.palette(palette);
        lookListener.run();
    }

    /** Whether it lies on a dark ground, which the handles have the colour of. */
    private boolean isDark() {
        return handle.get() instanceof Color ground && ground.getBrightness() < 0.5;
    }

    private int colour(String server) {
        return argb(ServerColours.of(orders.applyAsInt(server), isDark()));
    }

    /** The token at that index of the ring's tokens. */
    Ring.@Nullable Token tokenOf(int index) {
        Ring ring = model.ring();
        Ring.Tokens tokens = painter.tokens();
        return ring == null
                ? null
                : ring.tokensOf(tokens.owners()[index]).stream()
                        .filter(token -> token.position() == tokens.positions()[index])
                        .findFirst()
                        .orElse(null);
    }

    /** The chosen token may have moved, or have gone. */
    private void keepChosen() {
        Ring.Token token = chosen;
        if (token != null) {
            Ring ring = model.ring();
            chosen = ring != null && token.target() < ring.targets().size()
                    ? ring.tokensOf(token.target()).stream()
                            .filter(other -> other.number() == token.number())
                            .findFirst()
                            .orElse(null)
                    : null;
        }
    }

    public Ring.@Nullable Token chosen() {
        return chosen;
    }

    public void choose(Ring.@Nullable Token token) {
        chosen = token;
        if (token != null && !lens.sees(Angle.turn(token.position()))) {
            lens.centre(Angle.turn(token.position()));
        }
        tell();
        look();
    }

    /** Joins this key's replicas; -1 for none. */
    public void select(int key) {
        selectedKey = key;
        requestLayout();
    }

    void pointed(int key) {
        keyListener.accept(key);
    }

    int chosenIndex() {
        Ring.Token token = chosen;
        if (token == null) {
            return -1;
        }
        Ring.Tokens tokens = painter.tokens();
        int index = ServerPlaces.first(tokens.positions(), token.position());
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
        marks.place(painter.shape());
        paint();
        view.show(painter.pixels(), scale);
        label(scale);
    }

    private void draw() {
        paint();
        view.changed();
    }

    private void paint() {
        painter.paint(System.nanoTime(), chosenIndex(), selectedKey);
    }

    private void label(double scale) {
        Ring.Token token = chosen;
        tokenLabel.setVisible(token != null);
        if (token == null) {
            return;
        }
        tokenLabel.setText(words(token));
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

    private String words(Ring.Token token) {
        return text(
                token.moved() ? "ring.token-moved" : "ring.token",
                model.state().targets().get(token.target()).name(),
                Integer.toString(token.number()),
                Angle.text(token.position()),
                Angle.hex(token.position()));
    }

    /** What a screen reader says of the ring: the chosen token, which the keys go through and move, or else how many servers it has. */
    private void tell() {
        Ring.Token token = chosen;
        setAccessibleText(
                token == null ? text("ring.ring-told", model.state().targets().size()) : words(token));
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
