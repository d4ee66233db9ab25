package roundhouse.workbench.ring.cards;

import java.util.List;
import java.util.function.ToIntFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.ring.model.ListedServer;
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
    private final ToIntFunction<String> orders;
    private final Label ratesTitle = new Label();
    private final Label latencyTitle = new Label();
    private final RunSeries rates = new RunSeries(EVERY_NANOS);
    private final RunSeries latency = new RunSeries(EVERY_NANOS);
    private final RunPlot ratesPlot = new RunPlot(rates);
    private final RunPlot latencyPlot = new RunPlot(latency);
    private final VBox plots = new VBox(ratesTitle, ratesPlot, latencyTitle, latencyPlot);
    /** What the ring was changed by last, and the rate of the server concerned when it was first seen. */
    private RingChange change = RingChange.NOTHING;

    private ChangeTime changed = new ChangeTime(0, "");

    private double rateThen;

    public RunCard(RingModel model, ToIntFunction<String> orders) {
        super("In the running system");
        this.model = model;
        this.orders = orders;
        ratesTitle.getStyleClass().add("muted");
        latencyTitle.getStyleClass().add("muted");
        plots.getStyleClass().add("run-plots");
        plots.managedProperty().bind(plots.visibleProperty());
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
        RingChange last = model.change();
        if (last.timeNanos() != change.timeNanos() || !last.label().equals(change.label())) {
            rateThen = rate(frame, last.server());
            changed = ChangeTime.of(last, frame.transcript);
        }
        change = last;
        List<String> servers = model.servers().stream()
                .map(ListedServer::name)
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

    /**
     * What a store has streamed.
     *
     * @param store its id
     */
    public void showStore(Frame frame, String store) {
        plots.setVisible(false);
        frame.stores.stream()
                .filter(each -> each.id().equals(store))
                .findFirst()
                .ifPresentOrElse(
                        report -> subtitle(
                                (model.streamedFrom() == null ? "Nothing is streamed now" : "Keys are streamed now")
                                        + ". From the start "
                                        + FigureText.count(report.count(StoreFigure.STREAMED)) + " keys, "
                                        + FigureText.mebibytes(report.count(StoreFigure.STREAMED_BYTES)) + "."),
                        () -> subtitle("No running store uses this ring."));
    }

    private void tell(Frame frame) {
        if (change.equals(RingChange.NOTHING)) {
            subtitle("Drag a token, kill or add a server: requests follow at once.");
        } else {
            subtitle(change.label()
                    + changed.words()
                    + (index(frame, change.server()) < 0
                            ? ""
                            : " · " + change.server() + " from " + FigureText.rate(rateThen) + " to "
                                    + FigureText.rate(rate(frame, change.server()))));
        }
    }

    private void draw(List<String> servers) {
        Color[] colours = new Color[servers.size()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = ServerColours.of(orders.applyAsInt(servers.get(i)));
        }
        long markedNanos = change.equals(RingChange.NOTHING) ? -1 : changed.nanos();
        ratesPlot.show(colours, markedNanos);
        latencyPlot.show(new Color[] {ServerColours.of(LATENCY)}, markedNanos);
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
