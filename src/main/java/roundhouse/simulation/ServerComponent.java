package roundhouse.simulation;

import roundhouse.kernel.RandomStream;
import roundhouse.routing.Outcome;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Node;

/**
 * Serves requests, one a core at a time, the others waiting in a bounded queue.
 *
 * <p>A server that is down refuses what comes. What was there when it crashed, waiting or in service, gets a failed reply at once, as
 * its connections are reset; unless it crashed in another way ({@link CrashMode}), in which nobody is told. While it is paused its
 * queue fills, and is no longer than ever.
 */
final class ServerComponent extends ProcessorComponent {
    private Node.Server server;
    /** Starts afresh with each call. */
    private final RandomStream random = new RandomStream(0);

    private Durations service;
    private boolean varies;
    private long handshake;

    ServerComponent(Engine engine, Node.Server server) {
        super(engine, server, server.cores());
        this.server = server;
        this.service = Durations.of(server.service(), random);
        this.handshake = Durations.nanos(server.handshake());
        varies = service.constant() == Durations.VARIES;
        expect(service.constant());
    }

    @Override
    int region() {
        return engine.regions.of(server.region());
    }

    @Override
    void update(Node node) {
        server = (Node.Server) node;
        service = Durations.of(server.service(), random);
        handshake = Durations.nanos(server.handshake());
        varies = service.constant() == Durations.VARIES;
        expect(service.constant());
        cores(server.cores());
    }

    @Override
    void receive(Call call) {
        CrashMode crash = condition.crash();
        if (crash != null) {
            meetCrash(call, crash);
        } else if (call.connects) {
            turnAway(call, Outcome.OK);
        } else if (isFull() || metrics.inFlight.value() >= server.connections()) {
            turnAway(call, Outcome.REJECTED);
        } else {
            enter(call);
            work(call);
        }
    }

    @Override
    boolean isFull() {
        return waiting() >= server.queue() && !hasFreeCore();
    }

    @Override
    long demand(Call call) {
        if (varies) {
            random.restart(call.nextDemand());
        }
        return call.encrypted && call.opened ? service.next() + handshake : service.next();
    }

    @Override
    void done(Call call) {
        answer(call, condition.errs() ? Outcome.FAILED : Outcome.OK);
    }

    @Override
    void reply(Call call, long sentAt) {
        throw new IllegalStateException(id + " sent nothing on");
    }
}
