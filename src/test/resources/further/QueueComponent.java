package roundhouse.simulation.queueing;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.ProcessorComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.QueueNode;

/** Passes requests on one by one over its link. */
public final class QueueComponent extends ProcessorComponent {
    private QueueNode queue;
    private @Nullable LinkComponent onward;

    public QueueComponent(RunContext context, QueueNode queue) {
        super(context, queue, 1);
        this.queue = queue;
    }

    @Override
    protected void attach(LinkComponent link) {
        onward = link;
    }

    @Override
    protected void detach(LinkComponent link) {
        onward = null;
    }

    @Override
    protected void changed(LinkComponent link) {}

    @Override
    public int region() {
        return Regions.NOWHERE;
    }

    @Override
    public void update(Node node) {
        queue = QueueNode.SETTINGS.cast(node);
    }

    @Override
    protected void receive(Attempt attempt) {
        CrashMode crash = crashed();
        if (crash != null) {
            meetCrash(attempt, crash);
        } else if (waiting() >= queue.limit()) {
            turnAway(attempt, Outcome.REJECTED);
        } else {
            enter(attempt);
            work(attempt);
        }
    }

    @Override
    protected long demandNanos(Attempt attempt) {
        return queue.delay().toNanos();
    }

    @Override
    protected void done(Attempt attempt) {
        if (onward == null) {
            answer(attempt, Outcome.FAILED);
        } else {
            onward.send(attempt);
        }
    }

    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        answer(attempt, attempt.outcome);
    }
}
