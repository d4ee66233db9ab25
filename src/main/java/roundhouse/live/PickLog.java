package roundhouse.live;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.outside.OutsideJob;

/** What a driven run was told, in order, and where it sent requests, up to the first {@value #MOST} of them. */
final class PickLog {
    /** About 300 MB of inputs and picks. */
    static final int MOST = 500_000;

    private final List<Input> inputs = new ArrayList<>();
    private final List<PickedServer> picks = new ArrayList<>();

    private boolean isOpen() {
        return picks.size() < MOST && inputs.size() < 4 * MOST;
    }

    void told(Input input) {
        if (isOpen()) {
            inputs.add(input);
        }
    }

    void picked(OutsideJob job, long timeNanos) {
        if (isOpen()) {
            picks.add(PickedServer.of(timeNanos, job));
        }
    }

    List<Input> inputs() {
        return List.copyOf(inputs);
    }

    List<PickedServer> picks() {
        return List.copyOf(picks);
    }
}
