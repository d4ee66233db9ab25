package roundhouse.simulation.observing;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.LinkFaults;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.ErrorScope;

/** The transcript of a run that ends now: what happened, then what is still wrong with nodes, links and pairs, and what that cost so far. */
final class ClosingLines {
    private ClosingLines() {}

    static List<TranscriptLine> of(RunContext context, Network network) {
        List<TranscriptLine> closed = new ArrayList<>(context.transcript.all());
        long nowNanos = context.kernel.nowNanos();
        for (NodeComponent node : network.nodes()) {
            long sinceNanos = node.condition.sinceNanos(nowNanos);
            String wrong = switch (node.condition.shown(nowNanos)) {
                case NodeState.DOWN -> " is still down";
                case NodeState.SLOW -> " is still slow";
                case NodeState.PAUSED -> " is still paused";
                case NodeState.FAULTY ->
                    node.condition.errorScope() == ErrorScope.CHECKS
                            ? " still fails health checks"
                            : " still makes errors";
                default -> "";
            };
            if (!wrong.isEmpty() && sinceNanos < nowNanos) {
                closed.add(new TranscriptLine(
                        nowNanos,
                        node.title() + wrong + " after " + TranscriptWords.time(nowNanos - sinceNanos) + node.cost()));
            }
        }
        for (LinkComponent link : network.links()) {
            LinkFaults faults = link.faults();
            if (faults != null && faults.shown() != LinkState.SOUND && faults.sinceNanos() < nowNanos) {
                closed.add(new TranscriptLine(nowNanos, still(link, faults, nowNanos - faults.sinceNanos())));
            }
        }
        network.pairs().still().forEach(text -> closed.add(new TranscriptLine(nowNanos, text)));
        return List.copyOf(closed);
    }

    private static String still(LinkComponent link, LinkFaults faults, long timeNanos) {
        String wrong = switch (faults.shown()) {
            case LinkState.DELAYED -> "delayed";
            case LinkState.LOSSY -> "lossy";
            default -> "cut";
        };
        return "link " + link.link().from() + " → " + link.link().to() + " is still " + wrong + " after "
                + TranscriptWords.time(timeNanos) + faults.cost();
    }
}
