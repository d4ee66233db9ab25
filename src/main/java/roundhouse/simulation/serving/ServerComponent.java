package roundhouse.simulation.serving;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.ProcessorComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.guarding.Guard;
import roundhouse.simulation.guarding.TlsDoor;
import roundhouse.simulation.serving.DataWait.Progress;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.checking.CheckAnswer;
import roundhouse.topology.nodes.parts.ColdStart;
import roundhouse.topology.nodes.parts.Scalability;
import roundhouse.topology.nodes.parts.SessionState;

/**
 * Serves requests, one a core at a time, the others waiting in a bounded queue; or all at once, sharing its cores.
 *
 * <p>A server that is down refuses what comes. What was there when it crashed, waiting or in service, gets a failed reply at once, as
 * its connections are reset; unless it crashed in another way ({@link CrashMode}), in which nobody is told. While it is paused its
 * queue fills, and is no longer than ever.
 *
 * <p>A server may remember its sessions: in memory, which a crash takes, or in a store, another server that each request asks before
 * it waits for a core. Without a good answer of the store there is none to the request.
 *
 * <p>A request that makes calls makes them once it was served, and holds a worker from the beginning of its service until it is
 * answered.
 */
public final class ServerComponent extends ProcessorComponent implements OutsideWork.Listener, Guard.Host {
    private Server server;
    private final AnswersToChecks checks;

    private DurationSampler service = DurationSampler.NONE;
    private boolean varies;
    private final TlsDoor tls;
    private double speed;
    private @Nullable Scalability scalability;
    /** What it remembers for itself, or as the store of others. */
    private @Nullable SessionTable sessions;

    private final OutgoingLinks links = new OutgoingLinks();
    private final OutsideWork outside = new OutsideWork(context, this, links, this);
    /** Where its store is. */
    private @Nullable LinkComponent storeLink;
    /** Servers that have their store here. */
    private int askers;
    /** How often it went down: what it had sent to its store before is not remembered. */
    private long epoch;

    public ServerComponent(RunContext context, Server server) {
        super(context, server, server.cores());
        this.server = server;
        tls = new TlsDoor(context, id, this::isPaused, this::begin);
        checks = new AnswersToChecks(condition, server);
        become(server);
        remember();
        callOthers();
        guardBy(server.limits(), this);
    }

    @Override
    public int region() {
        return context.regions.of(server.region());
    }

    @Override
    public void update(Node node) {
        SessionState before = server.state();
        become((Server) node);
        checks.become(server);
        cores(server.cores());
        if (!Objects.equals(before, server.state())) {
            remember();
            tellStore();
        }
        findStore();
        callOthers();
        guardBy(server.limits(), this);
    }

    private void become(Server next) {
        server = next;
        service = DurationSampler.of(next.service(), context.demands);
        tls.become(next.handshake(), next.handshakes());
        speed = next.speed();
        scalability = next.scalability();
        varies = service.constantNanos() == DurationSampler.VARIES;
        expect(service.constantNanos());
        share(next.discipline() == Discipline.PROCESSOR_SHARING);
    }

    private void callOthers() {
        workers(server.workers());
        outside.become(server);
    }

    /** Begins or ceases to hold sessions in memory. */
    private void remember() {
        SessionState state = server.state();
        if (state != null && state.store() == null) {
            hold(state);
        } else if (askers == 0) {
            forget();
        }
    }

    private void hold(SessionState state) {
        if (sessions == null) {
            sessions = new SessionTable(state);
        } else {
            sessions.become(state, context.kernel.nowNanos());
        }
    }

    /** Loses all sessions, and holds none any more. */
    private void forget() {
        loseSessions();
        sessions = null;
    }

    private void loseSessions() {
        if (sessions != null) {
            long lost = sessions.lose(context.kernel.nowNanos());
            context.totals.sessionsLost += lost;
            metrics.sessionsLost += lost;
        }
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    @Nullable
    protected ColdStart coldStart() {
        return server.coldStart();
    }

    @Override
    protected void attach(LinkComponent link) {
        links.add(link);
        outside.linked();
        findStore();
    }

    @Override
    protected void detach(LinkComponent link) {
        links.remove(link);
        outside.linked();
        findStore();
    }

    /** Nothing to do: no attribute of its links matters to the server. */
    @Override
    protected void changed(LinkComponent link) {}

    private void findStore() {
        LinkComponent found = links.to(server.store());
        if (!Objects.equals(found, storeLink)) {
            storeLink(found);
        }
    }

    /** It reaches its store over that link from now on, or not at all. */
    private void storeLink(@Nullable LinkComponent link) {
        if (storeLink != null && storeLink.to instanceof ServerComponent store) {
            store.askers--;
        }
        storeLink = link;
        if (link != null && link.to instanceof ServerComponent store) {
            store.askers++;
        }
        tellStore();
    }

    private void tellStore() {
        if (asksStore()
                && storeLink != null
                && server.state() != null
                && storeLink.to instanceof ServerComponent store) {
            store.hold(server.state());
        }
    }

    /** Whether its sessions are elsewhere. */
    private boolean asksStore() {
        return server.state() != null && server.state().store() != null;
    }

    @Override
    @Nullable
    public SessionTable sessions() {
        return sessions;
    }

    @Override
    protected void receive(Attempt attempt) {
        if (attempt.called) {
            metrics.called++;
            metrics.calledAgain += attempt.again ? 1 : 0;
        }
        CrashMode crash = crashed();
        if (crash != null) {
            meetCrash(attempt, crash);
        } else if (attempt.purpose == AttemptPurpose.CHECK && attempt.question.port() != null) {
            checkedAtPort(attempt);
        } else if (attempt.connects) {
            turnAway(attempt, Outcome.OK);
        } else if (metrics.inFlight.value() >= server.connections()) {
            turnAway(attempt, Outcome.REJECTED);
        } else if (server.handshakes() != null && comesEncrypted(attempt)) {
            shakeHands(attempt);
        } else if (isGuarded()) {
            enter(attempt);
            begin(attempt);
        } else if (attempt.purpose == AttemptPurpose.REQUEST && asksStore()) {
            enter(attempt);
            ask(attempt);
        } else if (isFull()) {
            turnAway(attempt, Outcome.REJECTED);
        } else {
            enter(attempt);
            work(attempt);
        }
    }

    /** Over a connection of its own that is still encrypted; a store is reached over connections that servers keep. */
    private static boolean comesEncrypted(Attempt attempt) {
        return attempt.encrypted && attempt.opened && !attempt.top().node().serves();
    }

    private void shakeHands(Attempt attempt) {
        long nanos = tls.roundTripNanos(attempt);
        enter(attempt);
        if (nanos > 0) {
            tls.hold(attempt, nanos);
        } else {
            begin(attempt);
        }
    }

    /** It is here, and no handshake keeps it away any more. */
    private void begin(Attempt attempt) {
        if (!isHeldUp(attempt)) {
            letThrough(attempt);
        }
    }

    /** Whether the core that serves it shakes hands first. A store is reached over connections that the server keeps. */
    private static boolean shakesHands(Attempt attempt) {
        return attempt.encrypted && attempt.opened && !attempt.isFromServer();
    }

    @Override
    public void letThrough(Attempt attempt) {
        if (attempt.purpose == AttemptPurpose.REQUEST && asksStore()) {
            ask(attempt);
        } else if (isFull()) {
            answer(attempt, Outcome.REJECTED);
        } else {
            work(attempt);
        }
    }

    @Override
    public void turnedAway(Attempt attempt) {
        answer(attempt, Outcome.REJECTED);
    }

    /** A check comes to a port that is not that of requests: nothing waits there. */
    private void checkedAtPort(Attempt attempt) {
        if (!checks.listens(attempt.question)) {
            turnAway(attempt, Outcome.REFUSED);
        } else if (attempt.connects) {
            turnAway(attempt, Outcome.OK);
        } else if (isPaused()) {
            context.lose(attempt);
        } else {
            turnAway(attempt, answerOf(attempt));
        }
    }

    /** Answers a check. */
    private Outcome answerOf(Attempt check) {
        CheckAnswer answer = checks.answer(check.question, errs(check));
        check.answer = answer;
        return answer.isError() ? Outcome.FAILED : Outcome.OK;
    }

    private void ask(Attempt attempt) {
        if (storeLink == null) {
            answer(attempt, Outcome.FAILED);
        } else {
            attempt.top().tag = epoch;
            storeLink.send(attempt);
        }
    }

    /** The store has answered, or refused; or somebody whom it called. */
    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        if (attempt.beganAt(this)) {
            outside.replied(attempt, context.kernel.nowNanos() - sentAtNanos);
        } else if (attempt.top().tag != epoch || attempt.outcome != Outcome.OK) {
            answer(attempt, Outcome.FAILED);
        } else if (isFull()) {
            answer(attempt, Outcome.REJECTED);
        } else {
            context.observer.waits(attempt);
            work(attempt);
        }
    }

    @Override
    public boolean isFull() {
        return !hasFreeCore() && waiting() >= server.queue();
    }

    @Override
    protected long demandNanos(Attempt attempt) {
        if (varies) {
            context.demands.restart(attempt.nextDemand());
        }
        long nanos = attempt.cost == 1 ? service.nextNanos() : (long) (attempt.cost * service.nextNanos());
        long all = shakesHands(attempt) ? nanos + tls.nanos(attempt) : nanos;
        if (attempt.encrypted && tls.encrypts() && !attempt.isFromServer()) {
            all += tls.recordNanos(attempt);
        }
        return scalability == null && speed == 1 ? all : sized(all);
    }

    /** The same on cores of its speed that get in each other's way. */
    private long sized(long nanos) {
        double factor = scalability == null ? 1 : scalability.factor(busy());
        return (long) (nanos * factor / speed);
    }

    @Override
    protected void done(Attempt attempt) {
        if (attempt.purpose == AttemptPurpose.CHECK) {
            answer(attempt, answerOf(attempt));
            return;
        }
        boolean failed = errs(attempt);
        if (!failed && sessions != null) {
            use(sessions, attempt);
        }
        Progress progress = failed ? Progress.FAILED : outside.begin(attempt);
        if (progress != Progress.WAITS) {
            answer(attempt, progress == Progress.HAS_IT ? Outcome.OK : Outcome.FAILED);
        }
    }

    @Override
    public void waits() {
        hold();
    }

    @Override
    public void goesOn() {
        letGo();
    }

    @Override
    public void answered(Attempt request, boolean well) {
        letGo();
        answer(request, well ? Outcome.OK : Outcome.FAILED);
    }

    @Override
    protected void lost(Attempt attempt) {
        outside.lost(attempt);
    }

    @Override
    protected Asking asking() {
        return outside;
    }

    @Override
    protected void conditionChanged() {
        if (!isPaused()) {
            outside.resumed();
        }
    }

    private void use(SessionTable sessions, Attempt attempt) {
        boolean concerned = attempt.isFromServer() || !asksStore();
        if (concerned
                && !sessions.use(attempt.session(), attempt.starts, context.kernel.nowNanos())
                && !attempt.starts) {
            context.totals.sessionsMissed++;
            metrics.sessionsMissed++;
        }
    }

    @Override
    protected void lose(CrashMode how) {
        outside.forget();
        tls.forget();
        super.lose(how);
        epoch++;
        loseSessions();
    }

    @Override
    public void retire() {
        super.retire();
        forget();
    }
}
