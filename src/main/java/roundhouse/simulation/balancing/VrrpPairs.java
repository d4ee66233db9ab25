package roundhouse.simulation.balancing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;

/** The pairs of load balancers of a run: one for each link that is a heartbeat. */
public final class VrrpPairs {
    private final RunContext context;
    private final List<VrrpPair> pairs = new ArrayList<>();
    private final TakeoverLog log = new TakeoverLog();

    public VrrpPairs(RunContext context) {
        this.context = context;
    }

    /** These are the components from now on. A pair whose heartbeat is gone is one no more. */
    public void become(NodeComponent[] nodes, LinkComponent[] links) {
        pairs.removeIf(pair -> {
            boolean gone = Arrays.stream(links).noneMatch(link -> link.link().isHeartbeat() && pair.isOf(link));
            if (gone) {
                pair.dissolve(links);
            }
            return gone;
        });
        pairs.forEach(pair -> pair.update(nodes, links));
        for (LinkComponent link : links) {
            if (link.link().isHeartbeat() && pairs.stream().noneMatch(pair -> pair.isOf(link))) {
                pairs.add(new VrrpPair(context, log, nodes, links, link));
            }
        }
    }

    public TakeoverLog log() {
        return log;
    }

    /** For each pair both of whose members are still active, for how long and what it cost so far, in words. */
    public List<String> still() {
        return pairs.stream()
                .map(VrrpPair::still)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
