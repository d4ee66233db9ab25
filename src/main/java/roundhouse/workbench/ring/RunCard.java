package roundhouse.workbench.ring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import roundhouse.simulation.Frame;
import roundhouse.topology.Node;
import roundhouse.topology.Topology;
import roundhouse.workbench.Figures;
import roundhouse.workbench.ServerColours;

/** The balancer's own figures in the run: requests a second to each server, and the latency and errors of all clients. */
final class RunCard extends Card {
    private static final int WIDE = 150;
    /** Nanoseconds between two points of a line. */
    private static final long EVERY = 20_000_000;

    private final RingModel model;
    private final Supplier<Map<String, Integer>> orders;
    private final Label ratesTitle = new Label("requests to each server, req/s");
    private final Label latencyTitle = new Label("latency, 99th percentile");
    private final Plot rates = new Plot();
    private final Plot latency = new Plot();
    private final double[][] recent = new double[8][WIDE];
    private List<String> servers = List.of();
    private int points;
    private long last = -EVERY;
    private String lastChange = "";
    private long changedAt;
    private long time;

    RunCard(RingModel model, Supplier<Map<String, Integer>> orders) {
        super("In the running system");
        this.model = model;
        this.orders = orders;
        ratesTitle.getStyleClass().add("muted");
        latencyTitle.getStyleClass().add("muted");
        getChildren().addAll(new VBox(ratesTitle, rates), new VBox(latencyTitle, latency));
        model.onChange(this::changed);
        subtitle("Nothing runs by this ring.");
    }

    private void changed() {
        if (!model.change().label().isEmpty() && !model.change().label().equals(lastChange)) {
            changedAt = time;
        }
        lastChange = model.change().label();
    }

    /** @param balancer whose figures; empty for none */
    void show(Frame frame, String balancer) {
        time = frame.time;
        boolean runs = !balancer.isEmpty();
        rates.getParent().setVisible(runs);
        latency.getParent().setVisible(runs);
        if (!runs) {
            subtitle("Nothing runs by this ring. Let a load balancer route by key, and drag a token while it plays.");
            return;
        }
        if (frame.time < last || frame.time - last >= EVERY) {
            take(frame);
        }
    }

    private void take(Frame frame) {
        List<String> now = model.state().targets().stream()
                .map(target -> target.name())
                .limit(recent.length)
                .toList();
        if (frame.time < last || !now.equals(servers)) {
            points = 0;
            servers = now;
        }
        last = frame.time;
        if (points == WIDE) {
            for (double[] line : recent) {
                System.arraycopy(line, 1, line, 0, WIDE - 1);
            }
            points--;
        }
        double total = 0;
        for (int i = 0; i < servers.size(); i++) {
            recent[i][points] = rate(frame, servers.get(i));
            total += recent[i][points];
        }
        points++;
        Map<String, Integer> numbers = orders.get();
        double[][] lines = new double[servers.size()][];
        Color[] colours = new Color[lines.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Arrays.copyOf(recent[i], points);
            colours[i] = ServerColours.of(numbers.getOrDefault(servers.get(i), i));
        }
        rates.show(lines, colours, WIDE);
        long[] p99 = frame.history.p99();
        double[] line = new double[p99.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = p99[i];
        }
        latency.show(new double[][] {line}, new Color[] {Color.web("#d55e00")}, Math.max(10, line.length));
        latencyTitle.setText(
                "latency, 99th percentile" + (p99.length == 0 ? "" : ": " + Figures.duration(p99[p99.length - 1])));
        ratesTitle.setText("requests to each server, " + Figures.rate(total) + " together");
        subtitle(lastChange.isEmpty() ? "" : lastChange + " at " + Figures.clock(changedAt));
    }

    private static double rate(Frame frame, String server) {
        Topology topology = frame.topology;
        for (int i = 0; i < topology.nodes().size(); i++) {
            Node node = topology.nodes().get(i);
            if (node.id().equals(server)) {
                return frame.rate[i];
            }
        }
        return 0;
    }

    /** A few lines over time from 0 up. */
    private static final class Plot extends Pane {
        private static final double HEIGHT = 52;

        private final Canvas canvas = new Canvas();
        private double[][] lines = {};
        private Color[] colours = {};
        private int wide = 1;

        Plot() {
            getStyleClass().add("run-plot");
            setPrefHeight(HEIGHT);
            setMinHeight(HEIGHT);
            getChildren().add(canvas);
        }

        void show(double[][] values, Color[] of, int across) {
            lines = values;
            colours = of;
            wide = across;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, getWidth(), getHeight());
            double most = 1e-9;
            for (double[] line : lines) {
                for (double value : line) {
                    most = Math.max(most, value);
                }
            }
            g.setLineWidth(1.5);
            for (int i = 0; i < lines.length; i++) {
                g.setStroke(colours[i]);
                g.beginPath();
                for (int at = 0; at < lines[i].length; at++) {
                    double x = getWidth() * at / (wide - 1);
                    double y = getHeight() - 2 - (getHeight() - 6) * lines[i][at] / most;
                    if (at == 0) {
                        g.moveTo(x, y);
                    } else {
                        g.lineTo(x, y);
                    }
                }
                g.stroke();
            }
        }
    }
}
