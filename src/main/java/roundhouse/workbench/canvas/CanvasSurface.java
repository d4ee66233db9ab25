package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.ReducedMotion;
import roundhouse.workbench.canvas.drawn.DrawnLayer;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.FollowedRequest;
import roundhouse.workbench.canvas.painting.BoxPainter;
import roundhouse.workbench.canvas.painting.CanvasColours;
import roundhouse.workbench.canvas.painting.CardLayer;
import roundhouse.workbench.canvas.painting.CircleLayer;
import roundhouse.workbench.canvas.painting.FollowLayer;
import roundhouse.workbench.canvas.painting.GhostPainter;
import roundhouse.workbench.canvas.painting.GridPainter;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.canvas.painting.LinesImage;
import roundhouse.workbench.canvas.painting.LinkPainter;
import roundhouse.workbench.canvas.painting.Minimap;
import roundhouse.workbench.canvas.painting.NodeCard;
import roundhouse.workbench.canvas.painting.OverlayLayer;
import roundhouse.workbench.canvas.painting.PlacePainter;
import roundhouse.workbench.canvas.painting.ScreenInk;
import roundhouse.workbench.canvas.painting.SidePainter;
import roundhouse.workbench.canvas.painting.StorePainter;
import roundhouse.workbench.canvas.painting.traffic.TrafficLayer;
import roundhouse.workbench.canvas.pictures.SceneSvg;
import roundhouse.workbench.canvas.pictures.SvgInk;
import roundhouse.workbench.canvas.pictures.SvgText;
import roundhouse.workbench.document.Selection;

/**
 * The model's drawing as cards and lines, and the requests of the newest frame upon them. Its layers (grid and links, cards,
 * traffic, overlay) are drawn together, once a pulse at most, when anything changed.
 */
abstract class CanvasSurface extends ColouredRegion {
    /** Figures change this often at most: faster cannot be read. */
    private static final Duration FIGURES_PAUSE = Duration.millis(125);

    /** How near to a dot counts as on it, view pixels. */
    private static final double NEAR_DOT = 2;

    private final CanvasModel model;
    private final Canvas ground = new Canvas();
    private final LinesImage manyLinks = new LinesImage();
    private final DrawnLayer drawn;
    private final CardLayer cards = new CardLayer(this::drawAll);
    private final TrafficLayer traffic = new TrafficLayer();
    private final OverlayLayer overlay = new OverlayLayer();
    private final FollowLayer following = new FollowLayer();
    private final CircleLayer circles = new CircleLayer();
    private final Minimap minimap;
    private final PlacePainter places = new PlacePainter();
    private final SidePainter sides = new SidePainter();
    private final StorePainter stores = new StorePainter();
    private final Scale shrunk = new Scale(1, 1);
    private final Rectangle clip = new Rectangle();
    private final PauseTransition figuresPause = new PauseTransition(FIGURES_PAUSE);
    /** Draws while cards come and go. */
    private final AnimationTimer motion = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            requestLayout();
        }
    };

    private boolean moved;
    private boolean figuresDue = true;
    private boolean figuresNew = true;
    private boolean groundDue = true;
    private boolean boxes;
    private @Nullable Color paintedLinks;
    private boolean fitDue = true;
    private double pictureScale;
    /** Real time, or that of a film. */
    private LongSupplier clock = System::nanoTime;

    CanvasSurface(CanvasModel model) {
        this.model = model;
        minimap = new Minimap(model);
        drawn = new DrawnLayer(model);
        getStyleClass().add("canvas-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleRoleDescription("diagram");
        setAccessibleHelp(text("canvas.tab-and-ctrl-with-an"));
        setClip(clip);
        ground.setManaged(false);
        ground.setMouseTransparent(true);
        getChildren().addAll(ground, drawn, cards, traffic, following, circles, overlay, minimap);
        ground.getTransforms().add(shrunk);
        model.onChange(this::drawAll);
        model.refusals().textProperty().subscribe(this::say);
        figuresPause.setOnFinished(_ -> {
            figuresDue = true;
            if (figuresNew) {
                requestLayout();
            }
        });
        model.document().onOpened(() -> {
            model.forget();
            fitDue = true;
            requestLayout();
        });
    }

    private void drawAll() {
        groundDue = true;
        requestLayout();
    }

    /** Why something cannot be done stands on the canvas, and in what a screen reader says of it. */
    private void say(String refusal) {
        setAccessibleText(refusal.isEmpty() ? text("canvas.canvas") : text("canvas.canvas") + ". " + refusal);
        requestLayout();
    }

    /** Draws this instant of the run with the next pulse; the frame can be reused when this returns. */
    public void show(Frame frame) {
        model.show(frame, System.nanoTime(), !ReducedMotion.in(this));
        figuresNew = true;
        requestLayout();
    }

    /**
     * How fast the run plays, simulated seconds a real second: decides whether single requests can be followed. 0 while it is
     * paused, when all can.
     */
    public void setSpeed(double simulatedSecondsPerSecond) {
        model.speed(simulatedSecondsPerSecond);
    }

    /** From the lower edge to the top of what is said there, px; 0 while nothing is. */
    public ReadOnlyDoubleProperty saidHeightProperty() {
        return overlay.saidHeightProperty();
    }

    /** Whether an overview is shown while some of the drawing is out of sight. */
    public BooleanProperty minimapProperty() {
        return minimap.wantedProperty();
    }

    /** Marks the dots of that request from now on; 0 marks none. */
    public void follow(long request) {
        model.follow(request);
    }

    /** Shows that request at its stage from now on; null for none. */
    public void following(@Nullable FollowedRequest request) {
        model.following(request);
    }

    /** Brings that request into sight, by that part of the way there. */
    public void keepInSight(double part) {
        model.keepInSight(part);
    }

    /** Circles these from now on. */
    public void circle(Set<Selection.Item> items) {
        circles.circle(items);
        requestLayout();
    }

    /** The request whose dot is at that point of the view, or 0. */
    long requestAt(double x, double y) {
        return traffic.requestAt(model, x, y, NEAR_DOT);
    }

    /** Draws for a picture with that many pixels to a canvas pixel rather than for the screen. */
    void drawAtScale(double scale) {
        pictureScale = scale;
        cards.alwaysSharp();
    }

    /** Shows this instant of the run at a time that is not the clock's. */
    void film(Frame frame, long atNanos, boolean figures) {
        clock = () -> atNanos;
        model.show(frame, atNanos, true);
        figuresNew |= figures;
        figuresDue = figures;
        requestLayout();
    }

    /** What is seen, as SVG of that size in canvas pixels; after it has been laid out. */
    String svg() {
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(SvgText.number(getWidth()))
                .append("\" height=\"")
                .append(SvgText.number(getHeight()))
                .append("\" viewBox=\"0 0 ")
                .append(SvgText.number(getWidth()))
                .append(' ')
                .append(SvgText.number(getHeight()))
                .append("\">\n<title>")
                .append(SvgText.escaped(model.topology().name()))
                .append("</title>\n");
        SvgInk ink = new SvgInk(svg);
        SceneSvg scene = new SceneSvg(svg);
        CanvasColours colours = colours();
        ink.setFill(colours.background());
        ink.fillRect(0, 0, getWidth(), getHeight());
        paintGround(ink, colours, clock.getAsLong());
        scene.write(drawn);
        scene.write(cards);
        traffic.paint(ink, model);
        scene.write(overlay);
        return svg.append("</svg>\n").toString();
    }

    /** Opens that note, or the title of that frame, for writing. */
    void write(String annotation) {
        drawn.write(annotation);
    }

    /** Without notes, questions and overview: the drawing and what moves on it. */
    final void bare() {
        overlay.setVisible(false);
        minimap.wantedProperty().set(false);
    }

    /** The listener is told the id of a group that a person opens or collapses by the sign on its card. */
    final void onFold(Consumer<String> listener) {
        cards.onOpen(listener);
    }

    /** Gives the focus to the card of that node; to the canvas where no card is shown. */
    void focusCard(String id) {
        cards.card(id).ifPresentOrElse(NodeCard::requestFocus, this::requestFocus);
    }

    private double scale() {
        if (pictureScale > 0) {
            return pictureScale;
        }
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        model.resize(width, height);
        if (fitDue && width > 0 && height > 0) {
            fitDue = false;
            model.zoomToFit();
        }
        boolean figures = figuresNew && (figuresDue || model.speed() == 0);
        long nowNanos = clock.getAsLong();
        boolean moving = model.transitions().goesOn(nowNanos);
        boxes = !cards.show(model);
        if (figures || moving || moved || groundIsStale(width, height)) {
            groundDue = false;
            paintGround(width, height, nowNanos);
        }
        drawn.update();
        cards.update(model, figures, nowNanos);
        follow(moving);
        if (figures) {
            figuresNew = false;
            figuresDue = false;
            figuresPause.playFromStart();
        }
        traffic.resize(width, height, scale());
        CanvasColours colours = colours();
        traffic.colours(colours.muted(), colours.background());
        traffic.paint(model);
        following.resizeRelocate(0, 0, width, height);
        following.update(model);
        circles.resizeRelocate(0, 0, width, height);
        circles.update(model);
        overlay.resizeRelocate(0, 0, width, height);
        overlay.update(model);
        overlay.mark(traffic.followed());
        minimap.update(colours);
    }

    /** Links and plain boxes look the same from one frame to the next, but for what the figures tell. */
    private boolean groundIsStale(double width, double height) {
        return groundDue
                || !colours().link().equals(paintedLinks)
                || ground.getWidth() != width * groundScale()
                || ground.getHeight() != height * groundScale();
    }

    /** On the screen a canvas takes on the screen's scale by itself; in a picture it has to be told. */
    private double groundScale() {
        return pictureScale > 0 ? pictureScale : 1;
    }

    /** Something comes or goes: a picture with every pulse, and one more when it is over. */
    private void follow(boolean moving) {
        if (moving && !moved) {
            motion.start();
        } else if (!moving && moved) {
            motion.stop();
        }
        moved = moving;
    }

    private void paintGround(double width, double height, long nowNanos) {
        double scale = groundScale();
        CanvasColours colours = colours();
        paintedLinks = colours.link();
        if (ground.getWidth() != width * scale || ground.getHeight() != height * scale) {
            ground.setWidth(width * scale);
            ground.setHeight(height * scale);
        }
        shrunk.setX(1 / scale);
        shrunk.setY(1 / scale);
        GraphicsContext g = ground.getGraphicsContext2D();
        g.setTransform(scale, 0, 0, scale, 0, 0);
        g.clearRect(0, 0, width, height);
        paintGround(new ScreenInk(g), colours, nowNanos);
    }

    private void paintGround(Ink g, CanvasColours colours, long nowNanos) {
        GridPainter.paint(g, model, colours.grid());
        sides.paint(g, model, colours);
        places.paint(g, model, colours);
        stores.paint(g, model, colours);
        new LinkPainter(g, model, colours, manyLinks, scale()).paint(nowNanos);
        GhostPainter.paint(g, model, colours, nowNanos);
        if (boxes) {
            BoxPainter.paint(g, model, colours);
        }
    }
}
