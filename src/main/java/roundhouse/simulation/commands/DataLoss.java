package roundhouse.simulation.commands;

import java.util.List;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;

/** What nodes that go down take with them of cached entries, and of writes that were acknowledged. Begins before they go. */
final class DataLoss {
    private final RunContext context;
    private final List<NodeComponent> nodes;
    private final long entries;
    private final long lost;

    DataLoss(RunContext context, List<NodeComponent> nodes) {
        this.context = context;
        this.nodes = nodes;
        entries = entries();
        lost = context.versions.lostAcknowledged();
    }

    private long entries() {
        long sum = 0;
        for (NodeComponent node : nodes) {
            CacheFigures figures = node.cache();
            sum += figures == null ? 0 : figures.entries;
        }
        return sum;
    }

    /** {@code , 1000 cached entries lost, 131 acknowledged writes lost that no store has}; empty when nothing was lost. */
    String words() {
        long gone = entries - entries();
        long writes = context.versions.lostAcknowledged() - lost;
        return (gone == 0 ? "" : ", " + gone + (gone == 1 ? " cached entry" : " cached entries") + " lost")
                + (writes == 0
                        ? ""
                        : ", " + TranscriptWords.count(writes, "acknowledged write") + " lost that no store has");
    }
}
