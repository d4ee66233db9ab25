package roundhouse.simulation.scaling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import roundhouse.scaling.ScalingFinding;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.GroupFigures;
import roundhouse.simulation.transcript.TranscriptWords;

/**
 * Sees what goes wrong with a group that follows its load. Looks when its autoscaler decides, and changes nothing.
 *
 * <p>What is needed is what is measured of all servers together over the target of one. A group has too few servers when those that
 * are measured are more than {@value #TOLERANCE} above the target at two decisions in a row, until they are not; too many when it
 * grew and then fewer are needed, by more than the tolerance and at two decisions in a row, until it has shrunk to that. It flaps when its
 * size has turned round {@value #TURNS} times within ten minutes. It is in the saturation trap when busy cores are what is
 * measured, all are busy and requests wait: more than that cannot be measured, so it does not know how many it needs.
 */
final class ScalingWatch {
    private static final double TOLERANCE = 0.1;
    private static final double SATURATED = 0.98;
    private static final int TURNS = 3;
    private static final long TEN_MINUTES_NANOS = 600_000_000_000L;

    private final RunContext context;
    private final GroupControl control;
    private final Deque<Long> turnsNanos = new ArrayDeque<>();
    private long turnsSeen;
    private int above;
    private int tooMany;
    private int mostNeeded;
    private int servingThen;
    private long fewSinceNanos;
    private long sizeBefore;
    private boolean grew;
    private boolean few;
    private boolean many;
    private boolean flapping;
    private boolean saturated;

    ScalingWatch(RunContext context, GroupControl control) {
        this.context = context;
        this.control = control;
    }

    /** The autoscaler has decided, of the size and servers there were. */
    void decided(
            double target, boolean ofCores, double request, Recommendation recommended, List<GroupServer> servers) {
        long nowNanos = context.kernel.nowNanos();
        turns(nowNanos);
        double ratio = recommended.measured() / target;
        if (Double.isNaN(ratio)) {
            return;
        }
        int serving = control.serving();
        int needed = (int) Math.ceil(serving * ratio - 1e-9);
        grew |= servers.size() > sizeBefore && sizeBefore > 0;
        sizeBefore = servers.size();
        saturation(ofCores, request, recommended.measured(), servers);
        few(ratio, needed, serving, nowNanos);
        many(ratio, needed, servers.size());
    }

    private GroupFigures figures() {
        return control.figures;
    }

    private void turns(long nowNanos) {
        for (; turnsSeen < figures().reversals(); turnsSeen++) {
            turnsNanos.add(nowNanos);
        }
        while (!turnsNanos.isEmpty() && nowNanos - turnsNanos.getFirst() > TEN_MINUTES_NANOS) {
            turnsNanos.removeFirst();
        }
        if (!flapping && turnsNanos.size() >= TURNS) {
            flapping = begin(
                    ScalingFinding.FLAPPING,
                    "is flapping: its size turned round " + turnsNanos.size() + " times within "
                            + TranscriptWords.time(nowNanos - turnsNanos.getFirst()));
        } else if (flapping && turnsNanos.isEmpty()) {
            flapping = end(ScalingFinding.FLAPPING, "flaps no more");
        }
    }

    private void saturation(boolean ofCores, double request, double measured, List<GroupServer> servers) {
        double cores = servers.stream()
                .filter(server -> server.ready)
                .mapToDouble(server -> server.node.metrics.cores.value())
                .average()
                .orElse(0);
        boolean allBusy = ofCores && cores > 0 && measured * request / 100 >= SATURATED * cores;
        boolean now = allBusy
                && servers.stream()
                        .map(server -> server.node)
                        .filter(node -> !node.isDown())
                        .anyMatch(NodeComponent::isBacklogged);
        if (now && !saturated) {
            saturated = begin(
                    ScalingFinding.SATURATION,
                    "is in the saturation trap: all its cores are busy, so more cannot be measured, and how many servers it needs is not known");
        } else if (saturated && !allBusy) {
            saturated = end(ScalingFinding.SATURATION, "is out of the saturation trap");
        }
    }

    private void few(double ratio, int needed, int serving, long nowNanos) {
        above = ratio > 1 + TOLERANCE ? above + 1 : 0;
        if (above >= 2 && !few) {
            fewSinceNanos = nowNanos;
            mostNeeded = 0;
            few = begin(
                    ScalingFinding.UNDERSHOOT, "has too few servers: " + serving + " serve, " + needed + " are needed");
        }
        if (few && needed > mostNeeded) {
            mostNeeded = needed;
            servingThen = serving;
        }
        if (few && above == 0) {
            few = end(
                    ScalingFinding.UNDERSHOOT,
                    "had too few servers for " + TranscriptWords.time(nowNanos - fewSinceNanos) + "; at worst "
                            + servingThen + " served and " + mostNeeded + " were needed");
        }
    }

    private void many(double ratio, int needed, int size) {
        boolean over = ratio < 1 - TOLERANCE && needed < size && control.starting() == 0;
        tooMany = over ? tooMany + 1 : 0;
        if (grew && tooMany >= 2 && !many) {
            grew = false;
            many = begin(
                    ScalingFinding.OVERSHOOT,
                    "has more servers than it needs: " + size + ", and " + needed + " would do");
        } else if (many && !over) {
            many = end(ScalingFinding.OVERSHOOT, "has no more servers than it needs");
        }
    }

    private boolean begin(ScalingFinding finding, String words) {
        figures().begin(finding);
        control.say(control.title() + " " + words);
        return true;
    }

    private boolean end(ScalingFinding finding, String words) {
        figures().end(finding);
        control.say(control.title() + " " + words);
        return false;
    }
}
