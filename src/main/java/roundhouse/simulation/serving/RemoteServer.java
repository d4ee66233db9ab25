package roundhouse.simulation.serving;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.guarding.Guard;
import roundhouse.simulation.outside.Outside;
import roundhouse.simulation.outside.OutsideJob;
import roundhouse.simulation.serving.DataWait.Progress;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.checking.CheckAnswer;
import roundhouse.topology.nodes.parts.ColdStart;

/**
 * A server that is real: its queue, its cores and the time that service takes are outside the run, which is told when work on an attempt
 * began and what came of it. What it asks of caches, stores and other services then, it asks as {@link ServerComponent} does. One that
 * crashed the usual way is sent to all the same, and refuses by itself; in the other ways the network swallows what is sent.
 */
public final class RemoteServer extends NodeComponent implements OutsideWork.Listener, Guard.Host {
    private final Outside outside;
    private final OutgoingLinks links = new OutgoingLinks();
    private final OutsideWork others = new OutsideWork(context, this, links, this);
    /** The slots of attempts that are outside, and of those of them that are worked on. */
    private final BitSet given = new BitSet();

    private final BitSet started = new BitSet();
    private Server server;

    public RemoteServer(RunContext context, Server server) {
        super(context, server, 2);
        outside = Objects.requireNonNull(context.outside);
        this.server = server;
        become();
    }

    private void become() {
        metrics.cores.set(context.kernel.nowNanos(), server.cores());
        others.become(server);
        guardBy(server.limits(), this);
        outside.serves(server);
    }

    @Override
    public void update(Node node) {
        server = (Server) node;
        become();
    }

    @Override
    protected void receive(Attempt attempt) {
        if (attempt.called) {
            metrics.called++;
            metrics.calledAgain += attempt.again ? 1 : 0;
        }
        CrashMode crash = crashed();
        if (crash != null && crash != CrashMode.REFUSE) {
            meetCrash(attempt, crash);
            return;
        }
        enter(attempt);
        if (!isHeldUp(attempt)) {
            letThrough(attempt);
        }
    }

    @Override
    public void letThrough(Attempt attempt) {
        attempt.top().readySinceNanos = context.kernel.nowNanos();
        given.set(attempt.slot);
        metrics.queue.add(context.kernel.nowNanos(), 1);
        outside.work(new OutsideJob(
                id,
                attempt.slot,
                attempt.number,
                attempt.request,
                attempt.key(),
                attempt.client(),
                attempt.kind(),
                attempt.read,
                attempt.valueBytes,
                slowFactor(),
                errs(attempt),
                attempt.purpose == AttemptPurpose.CHECK ? attempt.question : null,
                attempt.connects,
                metrics.inFlight.value()));
    }

    @Override
    public void turnedAway(Attempt attempt) {
        answer(attempt, Outcome.REJECTED);
    }

    private boolean isOutside(int slot, long number) {
        Attempt attempt = given.get(slot) ? context.attempts.at(slot) : null;
        return attempt != null && attempt.number == number && attempt.isAt(this);
    }

    /** Work has begun on the attempt of that number, unless it is not here any more. */
    public void started(int slot, long number) {
        if (isOutside(slot, number) && !started.get(slot)) {
            Attempt attempt = context.attempts.at(slot);
            long nowNanos = context.kernel.nowNanos();
            started.set(slot);
            metrics.queue.add(nowNanos, -1);
            busy(nowNanos);
            if (attempt.purpose.counts()) {
                metrics.waiting.record(nowNanos - attempt.top().readySinceNanos);
            }
            context.observer.started(attempt);
        }
    }

    /**
     * The attempt of that number has ended so, unless it is not here any more.
     *
     * @param broken its connection broke before an answer
     * @param answer what was answered, where it is a check; null where nobody answered
     */
    public void ended(int slot, long number, Outcome outcome, boolean broken, @Nullable CheckAnswer answer) {
        if (!isOutside(slot, number)) {
            return;
        }
        Attempt attempt = context.attempts.at(slot);
        context.kernel.fold(number);
        takeIn(slot);
        if (attempt.purpose == AttemptPurpose.CHECK) {
            attempt.answer = answer;
            answer(attempt, outcome);
            return;
        }
        Progress progress = outcome == Outcome.OK ? others.begin(attempt) : Progress.FAILED;
        if (progress != Progress.WAITS) {
            boolean well = progress == Progress.HAS_IT;
            answer(attempt, well ? Outcome.OK : outcome == Outcome.OK ? Outcome.FAILED : outcome);
            attempt.broken = broken && !well;
        }
    }

    /** What was outside is here again. */
    private void takeIn(int slot) {
        long nowNanos = context.kernel.nowNanos();
        given.clear(slot);
        if (started.get(slot)) {
            started.clear(slot);
            busy(nowNanos);
        } else {
            metrics.queue.add(nowNanos, -1);
        }
    }

    /** More may be worked on at once than there are cores, where they share them. */
    private void busy(long nowNanos) {
        int working = started.cardinality();
        boolean shares = server.discipline() == Discipline.PROCESSOR_SHARING;
        metrics.busy.set(nowNanos, shares ? Math.min(working, server.cores()) : working);
    }

    @Override
    protected void lose(CrashMode how) {
        others.forget();
        metrics.inCalls.set(context.kernel.nowNanos(), 0);
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            boolean breaks = how == CrashMode.REFUSE && given.get(slot);
            if (attempt.isAt(this) && !breaks) {
                if (given.get(slot)) {
                    takeIn(slot);
                }
                lose(attempt, how);
            }
        }
    }

    @Override
    protected void conditionChanged() {
        outside.condition(id, crashed(), isPaused());
        if (!isPaused()) {
            others.resumed();
        }
    }

    @Override
    public void retire() {
        super.retire();
        outside.gone(id);
    }

    @Override
    public int region() {
        return context.regions.of(server.region());
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    protected @Nullable ColdStart coldStart() {
        return server.coldStart();
    }

    @Override
    protected void attach(LinkComponent link) {
        links.add(link);
        others.linked();
    }

    @Override
    protected void detach(LinkComponent link) {
        links.remove(link);
        others.linked();
    }

    /** Nothing to do: no attribute of its links matters to the server. */
    @Override
    protected void changed(LinkComponent link) {}

    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        others.replied(attempt, context.kernel.nowNanos() - sentAtNanos);
    }

    @Override
    protected void lost(Attempt attempt) {
        others.lost(attempt);
    }

    @Override
    public void waits() {
        metrics.inCalls.add(context.kernel.nowNanos(), 1);
    }

    @Override
    public void goesOn() {
        metrics.inCalls.add(context.kernel.nowNanos(), -1);
    }

    @Override
    public void answered(Attempt request, boolean well) {
        goesOn();
        answer(request, well ? Outcome.OK : Outcome.FAILED);
    }

    @Override
    protected Asking asking() {
        return others;
    }

    @Override
    protected void fire(int argument) {
        throw new IllegalStateException(id + " has no events of its own");
    }
}
