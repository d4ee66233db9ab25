package roundhouse.workbench.ring.cards;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.ToIntFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.workbench.FigureText;
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
        super(text("ring.run-title"));
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
        subtitle(text("ring.run-none"));
    }

    /** @param balancer whose figures; empty for none */
    public void show(Frame frame, String balancer) {
        int node = index(frame, balancer);
        plots.setVisible(node >= 0);
        if (node < 0) {
            subtitle(text("ring.run-none-hint"));
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
        boolean stale = rates.take(frame.timeNanos, servers, now);
        if (latency.take(frame.timeNanos, LATENCY_NAME, new double[] {frame.p99Nanos[node]}) || stale) {
            draw(servers);
            ratesTitle.setText(text("ring.run-rates", FigureText.rate(frame.rate[node])));
            latencyTitle.setText(text(
                    "ring.run-latency", frame.p99Nanos[node] == 0 ? "–" : FigureText.duration(frame.p99Nanos[node])));
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
                        report -> subtitle(text(
                                model.streamedFrom() == null ? "ring.store-idle" : "ring.store-streams",
                                FigureText.count(report.count(StoreFigure.STREAMED)),
                                FigureText.mebibytes(report.count(StoreFigure.STREAMED_BYTES)))),
                        () -> subtitle(text("ring.store-none")));
    }

    private void tell(Frame frame) {
        if (change.equals(RingChange.NOTHING)) {
            subtitle(text("ring.run-hint"));
        } else {
            subtitle(text(
                    index(frame, change.server()) < 0 ? "ring.changed" : "ring.changed-rate",
                    change.label(),
                    changed.words(),
                    change.server(),
                    FigureText.rate(rateThen),
                    FigureText.rate(rate(frame, change.server()))));
        }
    }

    private void draw(List<String> servers) {
        int[] colours = servers.stream().mapToInt(orders).toArray();
        long markedNanos = change.equals(RingChange.NOTHING) ? -1 : changed.nanos();
        ratesPlot.show(colours, markedNanos);
        latencyPlot.show(new int[] {LATENCY}, markedNanos);
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
