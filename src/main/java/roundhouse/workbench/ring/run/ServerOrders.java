package roundhouse.workbench.ring.run;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingSource;

/**
 * The order number, and with it the colour, of each server by name, for everything in the Ring view: the document's; then, for those that
 * only the run has and in a sketch, the order in which they came.
 */
public final class ServerOrders implements ToIntFunction<String> {
    private final Document document;
    private final RingModel model;
    private @Nullable Topology topology;
    private Map<String, Integer> ofDocument = Map.of();
    private @Nullable RingSource source;
    private final Map<String, Integer> came = new HashMap<>();

    public ServerOrders(Document document, RingModel model) {
        this.document = document;
        this.model = model;
    }

    @Override
    public int applyAsInt(String server) {
        if (!model.source().equals(source)) {
            source = model.source();
            came.clear();
        }
        Integer order = ofDocument().get(server);
        return order != null ? order : ofDocument.size() + came.computeIfAbsent(server, _ -> came.size());
    }

    private Map<String, Integer> ofDocument() {
        if (!(source instanceof BalancerSource)) {
            topology = null;
            ofDocument = Map.of();
        } else if (!document.topology().equals(topology)) {
            topology = document.topology();
            ofDocument = ServerColours.orders(topology);
        }
        return ofDocument;
    }
}
