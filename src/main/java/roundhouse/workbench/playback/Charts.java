package roundhouse.workbench.playback;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.KnownNodes;

/** Throughput, latency, errors, and what is in flight at each server, since the start of the run. */
public final class Charts extends HBox {
    private final ChartCard throughput = new ChartCard("Throughput", "chart-throughput");
    private final ChartCard latency = new ChartCard("Latency", "chart-latency");
    private final ChartCard errors = new ChartCard("Errors", "chart-errors");
    private final ChartCard inFlight = new ChartCard("In flight per server", "chart-in-flight");
    private Frame.@Nullable History drawn;
    private Topology topology = Topology.EMPTY;

    public Charts() {
        getStyleClass().add("charts");
        Fxml.style(this);
        getChildren().addAll(throughput, latency, errors, inFlight);
        getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
    }

    /** Draws the history of this frame if anything was added to it. */
    public void show(Frame frame, KnownNodes known) {
        if (!frame.history.equals(drawn) || !frame.topology.equals(topology)) {
            drawn = frame.history;
            topology = frame.topology;
            throughput.show(ChartModel.throughput(frame.history));
            latency.show(ChartModel.latency(frame.history));
            errors.show(ChartModel.errors(frame.history));
            inFlight.show(ChartModel.inFlight(frame.history, known));
        }
    }
}
