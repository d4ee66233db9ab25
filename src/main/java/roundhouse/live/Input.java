package roundhouse.live;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.outside.OutsideRequest;
import roundhouse.topology.Command;
import roundhouse.topology.nodes.checking.CheckAnswer;

/** Something that a driven run was told, and when: nanoseconds of its time. */
sealed interface Input {
    long timeNanos();

    /** Tells it the run, whose time must be that. */
    void tell(Run run);

    /** A request came in. */
    record Came(long timeNanos, String clients, OutsideRequest request) implements Input {
        @Override
        public void tell(Run run) {
            run.traffic().begin(clients, request);
        }
    }

    /** A client went away before its request was answered. */
    record HungUp(long timeNanos, String clients, long request) implements Input {
        @Override
        public void tell(Run run) {
            run.traffic().hungUp(clients, request);
        }
    }

    /** A client closed a connection. */
    record Disconnected(long timeNanos, String clients, long connection) implements Input {
        @Override
        public void tell(Run run) {
            run.traffic().disconnected(clients, connection);
        }
    }

    /** A server began to work on an attempt. */
    record Began(long timeNanos, String server, int slot, long attempt) implements Input {
        @Override
        public void tell(Run run) {
            run.traffic().started(server, slot, attempt);
        }
    }

    /** An attempt ended at a server. */
    record Ended(
            long timeNanos,
            String server,
            int slot,
            long attempt,
            Outcome outcome,
            boolean broken,
            @Nullable CheckAnswer answer)
            implements Input {
        @Override
        public void tell(Run run) {
            run.traffic().ended(server, slot, attempt, outcome, broken, answer);
        }
    }

    /** Somebody broke or mended something. */
    record Did(long timeNanos, Command command) implements Input {
        @Override
        public void tell(Run run) {
            run.apply(command);
        }
    }
}
