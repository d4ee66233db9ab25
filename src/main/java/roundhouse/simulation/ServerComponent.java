package roundhouse.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.Outcome;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.SessionState;

/**
 * Serves requests, one a core at a time, the others waiting in a bounded queue.
 *
 * <p>A server that is down refuses what comes. What was there when it crashed, waiting or in service, gets a failed reply at once, as
 * its connections are reset; unless it crashed in another way ({@link CrashMode}), in which nobody is told. While it is paused its
 * queue fills, and is no longer than ever.
 *
 * <p>A server may remember its sessions: in memory, which a crash takes, or in a store, another server that each request asks before
 * it waits for a core. Without a good answer of the store there is none to the request.
 */
final class ServerComponent extends ProcessorComponent {
    private Server server;
    /** Starts afresh with each call. */
    private final RandomStream random = new RandomStream(0);

    private DurationSampler service;
    private boolean varies;
    private long handshake;
    /** What it remembers for itself, or as the store of others. */
    private @Nullable SessionTable sessions;
    /** Where its store is. */
    private @Nullable LinkComponent storeLink;
    /** Servers that have their store here. */
    private int askers;
    /** How often it went down: what it had sent to its store before is not remembered. */
    private long epoch;

    ServerComponent(RunContext engine, Server server) {
        super(engine, server, server.cores());
        this.server = server;
        this.service = DurationSampler.of(server.service(), random);
        this.handshake = DurationSampler.nanos(server.handshake());
        varies = service.constant() == DurationSampler.VARIES;
        expect(service.constant());
        remember();
    }

    @Override
    int region() {
        return engine.regions.of(server.region());
    }

    @Override
    void update(Node node) {
        SessionState before = server.state();
        server = (Server) node;
        service = DurationSampler.of(server.service(), random);
        handshake = DurationSampler.nanos(server.handshake());
        varies = service.constant() == DurationSampler.VARIES;
        expect(service.constant());
        cores(server.cores());
        if (!Objects.equals(before, server.state())) {
            remember();
            tellStore();
        }
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
            sessions.become(state);
        }
    }

    /** Loses all sessions, and holds none any more. */
    private void forget() {
        loseSessions();
        sessions = null;
    }

    private void loseSessions() {
        if (sessions != null) {
            long lost = sessions.lose(engine.kernel.now());
            engine.totals.sessionsLost += lost;
            metrics.sessionsLost += lost;
        }
    }

    /** It reaches its store over that link from now on, or not at all. */
    void storeLink(@Nullable LinkComponent link) {
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

    /** The sessions it holds, or null when it holds none by nature. */
    @Nullable
    SessionTable sessions() {
        return sessions;
    }

    @Override
    void receive(Attempt call) {
        CrashMode crash = crashed();
        if (crash != null) {
            meetCrash(call, crash);
        } else if (call.connects) {
            turnAway(call, Outcome.OK);
        } else if (metrics.inFlight.value() >= server.connections()) {
            turnAway(call, Outcome.REJECTED);
        } else if (call.purpose == AttemptPurpose.REQUEST && asksStore()) {
            enter(call);
            ask(call);
        } else if (isFull()) {
            turnAway(call, Outcome.REJECTED);
        } else {
            enter(call);
            work(call);
        }
    }

    private void ask(Attempt call) {
        if (storeLink == null) {
            answer(call, Outcome.FAILED);
        } else {
            call.top().tag = epoch;
            storeLink.send(call);
        }
    }

    /** The store has answered, or nobody where it was. */
    @Override
    void reply(Attempt call, long sentAt) {
        if (call.top().tag != epoch || call.outcome != Outcome.OK) {
            answer(call, Outcome.FAILED);
        } else if (isFull()) {
            answer(call, Outcome.REJECTED);
        } else {
            engine.probe.waits(call);
            work(call);
        }
    }

    @Override
    boolean isFull() {
        return waiting() >= server.queue() && !hasFreeCore();
    }

    @Override
    long demand(Attempt call) {
        if (varies) {
            random.restart(call.nextDemand());
        }
        // A store is reached over connections that the server keeps.
        return call.encrypted && call.opened && !call.isFromServer() ? service.next() + handshake : service.next();
    }

    @Override
    void done(Attempt call) {
        boolean failed = errs();
        if (!failed && sessions != null && call.purpose == AttemptPurpose.REQUEST) {
            use(sessions, call);
        }
        answer(call, failed ? Outcome.FAILED : Outcome.OK);
    }

    private void use(SessionTable sessions, Attempt call) {
        boolean concerned = call.isFromServer() || !asksStore();
        if (concerned && !sessions.use(call.session(), call.starts, engine.kernel.now()) && !call.starts) {
            engine.totals.sessionsMissed++;
            metrics.sessionsMissed++;
        }
    }

    @Override
    void lose(CrashMode how) {
        super.lose(how);
        epoch++;
        loseSessions();
    }

    @Override
    void retire() {
        super.retire();
        forget();
    }
}
