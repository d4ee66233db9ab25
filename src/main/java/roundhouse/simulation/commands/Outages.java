package roundhouse.simulation.commands;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.EventHandler;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.RecurringFault;
import roundhouse.topology.nodes.parts.Distribution;

/** Takes a node down and up again by itself: once, or over and over. */
final class Outages extends EventHandler implements RecurringFault {
    private final RunContext context;
    private final NodeComponent node;
    private final NodeFaultCommands faults;
    private final DurationSampler down;
    private final @Nullable DurationSampler up;

    /**
     * @param down how long it is down each time
     * @param up how long it is up between; null when it stays up after the first time
     */
    Outages(
            RunContext context,
            NodeFaultCommands faults,
            NodeComponent node,
            DurationSampler down,
            @Nullable DurationSampler up) {
        super(context.kernel, node.id + " outages");
        this.context = context;
        this.faults = faults;
        this.node = node;
        this.down = down;
        this.up = up;
    }

    /** At random, by exponential times with these means. */
    static Outages byChance(
            RunContext context, NodeFaultCommands faults, NodeComponent node, Duration repair, Duration between) {
        RandomStream random = context.streams.of(node.id, "failures");
        return new Outages(
                context,
                faults,
                node,
                DurationSampler.of(new Distribution.Exponential(repair), random),
                DurationSampler.of(new Distribution.Exponential(between), random));
    }

    @Override
    public void begin() {
        DurationSampler first = node.isDown() ? down : up;
        if (first != null) {
            context.kernel.schedule(first.nextNanos(), this, 0);
        }
    }

    @Override
    public void end() {
        context.kernel.cancel(this);
    }

    @Override
    protected void fire(int ignored) {
        if (node.isDown()) {
            faults.comeUp(node);
        } else {
            faults.goDown(node);
        }
        begin();
    }
}
