package roundhouse.workbench.canvas;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.document.Document;

/**
 * Pictures of the canvas in software rendering, beside what one would write first: an oval for each request on a JavaFX canvas, and a
 * pane of labels for each node. All of a picture counts: what the frame changes, layout, rendering. Both of a pair are drawn in turn, so
 * that whatever else the machine does comes upon both; milliseconds of processor time a picture, that of all threads together, the median
 * of the rounds.
 */
public final class CanvasSideBySide {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final int DOTS = 100_000;
    private static final int NODES = 2_000;
    /** A picture at 60 a second. */
    private static final double BUDGET_MILLIS = 1000.0 / 60;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int rounds;
    private final int pictures;

    private CanvasSideBySide(int rounds, int pictures) {
        this.rounds = rounds;
        this.pictures = pictures;
    }

    /** @param args how many rounds, and how many pictures each; nothing for 9 of 20 */
    public static void main(String[] args) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CanvasSideBySide bench = new CanvasSideBySide(
                args.length > 0 ? Integer.parseInt(args[0]) : 9, args.length > 1 ? Integer.parseInt(args[1]) : 20);
        Platform.startup(() -> {
            System.out.printf(
                    "| | ours | plain | ours / plain | ours of %.1f ms |%n|---|---:|---:|---:|---:|%n", BUDGET_MILLIS);
            bench.dots();
            bench.nodes();
            Platform.exit();
        });
    }

    /** What draws picture number so many of a scene. */
    private record Contender(Scene scene, WritableImage image, IntConsumer change) {
        static Contender of(Node content, IntConsumer change) {
            StackPane root = new StackPane(content);
            Scene scene = new Scene(root, WIDTH, HEIGHT);
            for (String sheet : List.of("light", "base", "canvas")) {
                scene.getStylesheets()
                        .add(Objects.requireNonNull(CanvasView.class.getResource("/styles/" + sheet + ".css"))
                                .toExternalForm());
            }
            return new Contender(scene, new WritableImage(WIDTH, HEIGHT), change);
        }

        double millis(int from, int count) {
            long began = PROCESS.getProcessCpuTime();
            for (int i = from; i < from + count; i++) {
                change.accept(i);
                scene.snapshot(image);
            }
            return (PROCESS.getProcessCpuTime() - began) / 1e6 / count;
        }
    }

    private void compare(String what, Contender ours, Contender plain) {
        double[] our = new double[rounds];
        double[] their = new double[rounds];
        ours.millis(0, pictures);
        plain.millis(0, pictures);
        for (int round = 0; round < rounds; round++) {
            our[round] = ours.millis(round * pictures, pictures);
            their[round] = plain.millis(round * pictures, pictures);
        }
        double a = median(our);
        double b = median(their);
        System.out.printf(
                Locale.ROOT, "| %s | %.1f | %.1f | %.2f | %.0f %% |%n", what, a, b, a / b, 100 * a / BUDGET_MILLIS);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private void dots() {
        Topology topology = Topologies.servers(30);
        Frame frame = SyntheticFrame.of(topology, DOTS);
        CanvasView view = view(topology);
        Contender ours = Contender.of(view, picture -> {
            for (int i = 0; i < frame.hops; i++) {
                frame.along[i] = (frame.along[i] + 0.004f) % 1;
            }
            frame.timeNanos += 16_000_000;
            view.show(frame);
        });
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        Random random = new Random(7);
        double[] along = random.doubles(DOTS).toArray();
        int[] line = random.ints(DOTS, 0, 31).toArray();
        Contender plain = Contender.of(canvas, picture -> {
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, WIDTH, HEIGHT);
            for (int i = 0; i < DOTS; i++) {
                along[i] = (along[i] + 0.004) % 1;
                g.setFill(ServerColours.of(line[i], true));
                g.fillOval(WIDTH * (0.1 + 0.8 * along[i]), HEIGHT * (0.1 + 0.8 * along[i] * line[i] / 31), 4, 4);
            }
        });
        compare("100,000 requests, an oval each", ours, plain);
    }

    private void nodes() {
        Topology topology = Topologies.servers(NODES - 2);
        Frame frame = SyntheticFrame.of(topology, 0);
        Arrays.fill(frame.condition, NodeState.UP);
        CanvasView view = view(topology);
        view.show(frame);
        Translate pan = new Translate();
        Scale zoom = new Scale(1, 1);
        Pane plainCards = cards(topology);
        plainCards.getTransforms().addAll(pan, zoom);
        Contender ours = Contender.of(view, picture -> scroll(view, picture));
        // A first picture, so that the view has its size.
        ours.millis(0, 1);
        view.zoomTo(1);
        Contender plain = Contender.of(new Pane(plainCards), picture -> {
            pan.setX(pan.getX() - 8 * way(picture));
            pan.setY(pan.getY() - 8 * way(picture));
        });
        compare("2,000 nodes, panned at 100 %, a pane each", ours, plain);
        Contender oursZoomed = new Contender(ours.scene, ours.image, picture -> view.zoomTo(zoomed(picture)));
        Contender plainZoomed = new Contender(plain.scene, plain.image, picture -> {
            zoom.setX(zoomed(picture));
            zoom.setY(zoomed(picture));
        });
        compare("2,000 nodes, zoomed between 10 and 100 %", oursZoomed, plainZoomed);
    }

    private static CanvasView view(Topology topology) {
        Document document = new Document();
        document.open(topology, null);
        return new CanvasView(document);
    }

    /** There and back again. */
    private static int way(int picture) {
        return picture / 40 % 2 == 0 ? 1 : -1;
    }

    private static double zoomed(int picture) {
        int step = picture % 40;
        return Math.pow(10, -Math.abs(step - 20) / 20.0);
    }

    private static void scroll(CanvasView view, int picture) {
        double by = -8 * way(picture);
        Event.fireEvent(
                view,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        800,
                        500,
                        800,
                        500,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        by,
                        by,
                        by,
                        by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(view, 800, 500)));
    }

    private static Pane cards(Topology topology) {
        List<VBox> cards = new ArrayList<>();
        for (roundhouse.topology.nodes.Node node : topology.nodes()) {
            VBox card = new VBox(
                    new Label(node.title()),
                    new Label("4 cores · weight 1"),
                    new Label("in flight 3 · queue 0"),
                    new Label("33.1 % of traffic"));
            card.setStyle(
                    "-fx-background-color: #343e50, #1a202b; -fx-background-insets: 0, 1; -fx-background-radius: 8, 7;"
                            + " -fx-padding: 8; -fx-min-width: 180; -fx-min-height: 92;");
            card.getChildren().forEach(label -> ((Label) label).setTextFill(Color.WHITE));
            Position at = topology.layout().get(node.id());
            card.relocate(at.x(), at.y());
            cards.add(card);
        }
        List<Node> all = new ArrayList<>();
        for (Link link : topology.links()) {
            Position from = topology.layout().get(link.from());
            Position to = topology.layout().get(link.to());
            Line line = new Line(from.x() + 180, from.y() + 46, to.x(), to.y() + 46);
            line.setStroke(Color.GRAY);
            all.add(line);
        }
        all.addAll(cards);
        return new Pane(all.toArray(Node[]::new));
    }
}
