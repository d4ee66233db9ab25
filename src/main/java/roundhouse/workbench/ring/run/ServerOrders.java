package roundhouse.workbench.ring.run;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import roundhouse.hashing.Target;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.model.RingModel;

/** The order number, and with it the colour, of each server by name: the document's, or in a sketch the order in which they came. */
public final class ServerOrders implements Supplier<Map<String, Integer>> {
    private final Document document;
    private final RingModel model;
    private final Map<String, Integer> sketched = new HashMap<>();

    public ServerOrders(Document document, RingModel model) {
        this.document = document;
        this.model = model;
    }

    @Override
    public Map<String, Integer> get() {
        if (model.source() instanceof BalancerSource) {
            return document.known().orders();
        }
        for (Target target : model.state().targets()) {
            sketched.computeIfAbsent(target.name(), _ -> sketched.size());
        }
        return sketched;
    }
}
