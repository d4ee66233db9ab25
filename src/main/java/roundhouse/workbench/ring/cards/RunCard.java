package roundhouse.workbench.ring.cards;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import roundhouse.hashing.Target;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.ring.model.RingChange;
import roundhouse.workbench.ring.model.RingModel;

/** The balancer's own figures in the run: requests a second to each server, its latency, and what the last change did to them. */
public final class RunCard extends Card {
    private static final long EVERY_NANOS = 20_000_000;
    /** More lines could not be told apart. */
    private static final int MOST_LINES = 8;
    /** The colour of latency in the charts. */
    private static final int LATENCY = 5;

    private static final List<String> LATENCY_NAME = List.of("p99");

    private final RingModel model;
    private final Supplier<Map<String, Integer>> orders;
    private final Label ratesTitle = new Label();
    private final Label latencyTitle = new Label();
    private final RunSeries rates = new RunSeries(EVERY_NANOS);
    private final RunSeries latency = new RunSeries(EVERY_NANOS);
    private final RunPlot ratesPlot = new RunPlot(rates);
    private final RunPlot latencyPlot = new RunPlot(latency);
    private final VBox plots = new VBox(ratesTitle, ratesPlot, latencyTitle, latencyPlot);
    private int edits;
    /** Something is dragged, and requests follow already. */
    private boolean dragging;

    private String change = "";
    private String concerned = "";
    private long changedNanos = -1;
    private double rateThen;

    public RunCard(RingModel model, Supplier<Map<String, Integer>> orders) {
        super("In the running system");
        this.model = model;
        this.orders = orders;
        ratesTitle.getStyleClass().add("muted");
        latencyTitle.getStyleClass().add("muted");
        plots.getStyleClass().add("run-plots");
        VBox.setVgrow(ratesPlot, Priority.ALWAYS);
        VBox.setVgrow(latencyPlot, Priority.ALWAYS);
        VBox.setVgrow(plots, Priority.ALWAYS);
        getChildren().add(plots);
        subtitle("No running load balancer uses this ring.");
    }

    /** @param balancer whose figures; empty for none */
    public void show(Frame frame, String balancer) {
        int node = index(frame, balancer);
        plots.setVisible(node >= 0);
        if (node < 0) {
            subtitle("No running load balancer uses this ring. Let one route by key, and drag a token while it plays.");
            return;
        }
        if (model.previewing()) {
            if (!dragging) {
                dragging = true;
                changed(frame);
            }
        } else if (model.edits() != edits) {
            edits = model.edits();
            if (dragging && concerned.equals(model.change().server())) {
                change = model.change().label();
            } else {
                changed(frame);
            }
            dragging = false;
        } else if (dragging) {
            dragging = false;
            changedNanos = -1;
        } else if (frame.timeNanos < changedNanos) {
            changedNanos = -1;
        }
        List<String> servers = model.state().targets().stream()
                .map(Target::name)
                .limit(MOST_LINES)
                .toList();
        double[] now =
                servers.stream().mapToDouble(server -> rate(frame, server)).toArray();
        boolean taken = rates.take(frame.timeNanos, servers, now);
        if (latency.take(frame.timeNanos, LATENCY_NAME, new double[] {frame.p99Nanos[node]}) || taken) {
            draw(servers);
            ratesTitle.setText("requests to each server · " + FigureText.rate(frame.rate[node]) + " together");
            latencyTitle.setText("latency through it, 99th percentile · "
                    + (frame.p99Nanos[node] == 0 ? "–" : FigureText.duration(frame.p99Nanos[node])));
            tell(frame);
        }
    }

    private void changed(Frame frame) {
        RingChange last = model.change();
        change = last.label();
        concerned = last.server();
        changedNanos = frame.timeNanos;
        rateThen = rate(frame, concerned);
    }

    private void tell(Frame frame) {
        if (changedNanos < 0 || change.isEmpty()) {
            subtitle("Drag a token, kill or add a server: requests follow at once.");
        } else {
            subtitle(change + " at " + FigureText.clock(changedNanos)
                    + (index(frame, concerned) < 0
                            ? ""
                            : " · " + concerned + " from " + FigureText.rate(rateThen) + " to "
                                    + FigureText.rate(rate(frame, concerned))));
        }
    }

    private void draw(List<String> servers) {
        Map<String, Integer> numbers = orders.get();
        Color[] colours = new Color[servers.size()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = ServerColours.of(numbers.getOrDefault(servers.get(i), i));
        }
        ratesPlot.show(colours, changedNanos);
        latencyPlot.show(new Color[] {ServerColours.of(LATENCY)}, changedNanos);
    }

    private static double rate(Frame frame, String server) {
        int node = index(frame, server);
        return node < 0 ? 0 : frame.rate[node];
    }

    private static int index(Frame frame, String id) {
        for (int i = 0; i < frame.topology.nodes().size(); i++) {
            if (frame.topology.nodes().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
