package roundhouse.naming;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What became of lookups of one name, at its server and at the resolvers that ask it, and of the requests that went by them. Counts are from the start. */
public final class NamingFigures {
    /** Clients asked a resolver, for a request that had no address. */
    public long lookups;
    /** Of these, those that a resolver answered with what it kept, its time not over. */
    public long fromCache;
    /** Of these, those that were answered with what it kept though its time was over. */
    public long stale;
    /** Of these, those that were told that there is no address. */
    public long negative;
    /** Of these, those that came to nothing: the server could not be reached, or did not answer. */
    public long failed;
    /** Requests whose client had an address by itself, and asked nobody. */
    public long keptByClients;
    /** Queries that the server answered, and those of them with no address. */
    public long queries;

    public long negativeAnswers;
    /** Requests that were sent to an address of the name. */
    public long requests;

    private final List<Target> targets = new ArrayList<>();
    private List<String> named = List.of();

    /** What one address of the name got. */
    public static final class Target {
        private final String id;
        /** Answers of the server in which it was the first. */
        public long answers;
        /** Requests that were sent to it, and those of them that were while it was dead. */
        public long requests;

        public long toDead;
        /** When it died the last time that requests were sent to it afterwards, nanoseconds; -1 for never. */
        public long deadSinceNanos = -1;
        /** When the last of these was sent, nanoseconds. */
        public long lastToDeadNanos;
        /** Of these, and of all requests by that name from the first to the last of these. */
        public long toDeadThen;

        public long requestsThen;
        private long requestsBefore;

        private Target(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        /** What part of the requests went to it from the first to the last that did so when it was dead, 0 to 1; not a number without any. */
        public double deadShare() {
            return requestsThen == 0 ? Double.NaN : (double) toDeadThen / requestsThen;
        }

        /** How long after it had died requests were still sent to it, nanoseconds; 0 when none were. */
        public long deadNanos() {
            return deadSinceNanos < 0 ? 0 : lastToDeadNanos - deadSinceNanos;
        }
    }

    /** The figures of that address, which may be new. */
    public Target target(String id) {
        for (Target target : targets) {
            if (target.id.equals(id)) {
                return target;
            }
        }
        Target target = new Target(id);
        targets.add(target);
        return target;
    }

    /** All that there ever were, in the order in which they came. */
    public List<Target> targets() {
        return Collections.unmodifiableList(targets);
    }

    /** The ids of those that an answer can begin with now. */
    public List<String> named() {
        return named;
    }

    /** Answers can begin with these from now on. */
    public void named(List<String> ids) {
        named = List.copyOf(ids);
    }

    /** A request is sent to an address. */
    public void sent(Target target) {
        requests++;
        target.requests++;
    }

    /** The request that was just sent went to an address that has been dead since then. */
    public void dead(Target target, long sinceNanos, long nowNanos) {
        if (target.deadSinceNanos != sinceNanos) {
            target.deadSinceNanos = sinceNanos;
            target.toDeadThen = 0;
            target.requestsBefore = requests - 1;
        }
        target.toDead++;
        target.toDeadThen++;
        target.lastToDeadNanos = nowNanos;
        target.requestsThen = requests - target.requestsBefore;
    }

    /** Requests that were sent to addresses that were dead. */
    public long toDead() {
        long sum = 0;
        for (Target target : targets) {
            sum += target.toDead;
        }
        return sum;
    }
}
