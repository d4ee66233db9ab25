package roundhouse.workbench.ring.run;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingSource;

/**
 * The order number, and with it the colour, of each server by name, for everything in the Ring view: that which it has everywhere; in a
 * sketch the order in which they came.
 */
public final class ServerOrders implements ToIntFunction<String> {
    private final Document document;
    private final RingModel model;
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
        Map<String, Integer> known = source instanceof BalancerSource || source instanceof StoreSource
                ? document.known().orders()
                : Map.of();
        Integer order = known.get(server);
        return order != null ? order : known.size() + came.computeIfAbsent(server, _ -> came.size());
    }
}
