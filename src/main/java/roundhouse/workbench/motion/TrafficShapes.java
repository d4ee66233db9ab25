package roundhouse.workbench.motion;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.AsideOrder;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;

/** What the shapes say that can be seen in a design: only those of what its servers do with data. */
public final class TrafficShapes {
    private @Nullable Topology known;
    private String words = "";

    /** {@code ▲ write · = flush to a store · ◇ invalidation, ✕ lost}, or as much of that as can happen. Shapes stay with their words. */
    public String of(Topology topology) {
        if (!topology.equals(known)) {
            known = topology;
            words = words(topology);
        }
        return words;
    }

    private static String words(Topology topology) {
        List<DataSettings> all = new ArrayList<>();
        boolean writes = false;
        for (Node node : topology.nodes()) {
            writes |= node instanceof Clients clients && clients.reads() < 1;
            if (node instanceof Server server && server.data() != null) {
                all.add(server.data());
            }
        }
        boolean told = all.stream().anyMatch(data -> data.events() != null);
        boolean deleted = writes && all.stream().anyMatch(TrafficShapes::deletes);
        List<String> shapes = new ArrayList<>();
        if (writes || all.stream().anyMatch(TrafficShapes::sets)) {
            shapes.add("▲\u00A0write");
        }
        if (all.stream().anyMatch(data -> data.strategy() == DataStrategy.WRITE_BACK)) {
            shapes.add(text("motion.flush-to-a-store"));
        }
        if (told || deleted) {
            shapes.add(told ? "◇\u00A0invalidation, ✕\u00A0lost" : "◇\u00A0invalidation");
        }
        return all.isEmpty() ? "" : String.join(" · ", shapes);
    }

    /** Whether the server puts what it has read into a cache. */
    private static boolean sets(DataSettings data) {
        return !data.cachesDoIt() && !data.cache().isEmpty();
    }

    private static boolean deletes(DataSettings data) {
        return sets(data) && data.strategy() == DataStrategy.CACHE_ASIDE && data.order() != AsideOrder.UPDATE_THEN_SET;
    }
}
