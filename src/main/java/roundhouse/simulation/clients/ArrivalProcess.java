package roundhouse.simulation.clients;

import java.util.BitSet;
import roundhouse.kernel.RandomStream;
import roundhouse.kernel.SingleEvent;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.traffic.Arrivals;

/** When the users of a clients node begin requests: in an open loop at the times of the arrival process, or in a closed loop a think time after the last one ended. */
final class ArrivalProcess {
    /** The shortest time from one request of a user in a closed loop to the next: without it the clock would all but stop. */
    private static final long LEAST_ROUND_NANOS = 1_000;
    /** The time from one to the next of requests that take no time at all. */
    private static final long TIMELESS_ROUND_NANOS = 1_000_000;

    /** Who sends them. */
    interface Listener {
        /** @param inLoop whether the user begins the next only after this has {@linkplain #ended ended} */
        void begin(int user, boolean inLoop);
    }

    private final RunContext context;
    private final String owner;
    private final Listener listener;
    private final SingleEvent arrivals;
    private final CallbackHandler thinking;
    private final RandomStream choice;
    private ArrivalTimes times;
    private DurationSampler think;
    private boolean closedLoop;
    private boolean stopped;
    private int users;
    /** The users of a closed loop that think or wait for a reply. */
    private final BitSet looping = new BitSet();

    ArrivalProcess(RunContext context, String owner, Clients clients, int users, Listener listener) {
        this.context = context;
        this.owner = owner;
        this.listener = listener;
        arrivals = new SingleEvent(context.kernel, owner + " arrivals") {
            @Override
            protected void fire(long nowNanos) {
                arrive(nowNanos);
            }
        };
        thinking = new CallbackHandler(context.kernel, owner + " thinking", this::wake);
        choice = context.streams.of(owner, "users");
        times = ArrivalTimes.of(clients, context.streams, owner);
        think = thinkOf(clients.arrivals());
        this.users = users;
    }

    private DurationSampler thinkOf(Arrivals rules) {
        closedLoop = rules instanceof Arrivals.Closed;
        return rules instanceof Arrivals.Closed closed
                ? DurationSampler.of(closed.think(), context.streams.of(owner, "think"))
                : DurationSampler.NONE;
    }

    /** Begins. */
    void start() {
        if (closedLoop) {
            for (int user = looping.nextClearBit(0); user < users; user = looping.nextClearBit(user)) {
                looping.set(user);
                context.kernel.schedule(think.nextNanos(), thinking, user);
            }
        } else {
            scheduleArrival(context.kernel.nowNanos());
        }
    }

    /** Arrivals follow these rules from now on; users of a closed loop do so after their next reply. */
    void restart(Clients rules, int users) {
        arrivals.cancel();
        this.users = users;
        think = thinkOf(rules.arrivals());
        times = ArrivalTimes.of(rules, context.streams, owner);
        start();
    }

    /** Nobody begins a further request. */
    void stop() {
        stopped = true;
        arrivals.cancel();
    }

    private void scheduleArrival(long nowNanos) {
        long atNanos = times.nextNanos(nowNanos);
        if (atNanos != ArrivalTimes.NEVER) {
            arrivals.scheduleAt(atNanos);
        }
    }

    private void arrive(long nowNanos) {
        scheduleArrival(nowNanos);
        listener.begin(choice.nextInt(users), false);
    }

    /** A user's think time is over. */
    private void wake(int user) {
        if (goesOn(user)) {
            listener.begin(user, true);
        } else {
            looping.clear(user);
        }
    }

    /** Whether that user still belongs to a closed loop. */
    private boolean goesOn(int user) {
        return closedLoop && !stopped && user < users;
    }

    /** A user's request in a closed loop has ended after so many nanoseconds. */
    void ended(int user, long nanos) {
        if (goesOn(user)) {
            long pauseNanos = think.nextNanos();
            long leastNanos = nanos + pauseNanos == 0 ? TIMELESS_ROUND_NANOS : LEAST_ROUND_NANOS;
            context.kernel.schedule(Math.max(pauseNanos, leastNanos - nanos), thinking, user);
        } else {
            looping.clear(user);
        }
    }
}
