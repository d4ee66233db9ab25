package roundhouse.workbench.document;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;

/** What can be done to a server or a load balancer to break it, with the figures that most people want to see first. */
public enum NodeFault {
    CRASH("Crash", "Refuses connections until it recovers", Frame.DOWN, false),
    BLACK_HOLE("Crash, no answer", "Fails silently: nothing answers any more", Frame.DOWN, false),
    AFTER_ACCEPT("Crash after accepting", "Takes connections but never answers", Frame.DOWN, false),
    RESTART("Restart", "Down for 5 s, then up, cold if it starts cold", null, false),
    SLOW("Slow down", "Takes 3 times as long", Frame.SLOW, true),
    PAUSE("Pause", "Stops working; keeps its requests and its queue", Frame.PAUSED, false),
    LEAK("Leak", "Each minute the service time grows by its normal value", Frame.SLOW, true),
    ERRORS("Errors", "Answers every fifth request with an error", Frame.FAULTY, true),
    FLAP("Flap", "Down for 2 s, up for 5 s, and so on", null, false),
    RANDOM("Fail at random", "About every 30 s, for about 5 s", null, false);

    private final String title;
    private final String says;
    private final @Nullable Byte condition;
    private final boolean ofServersOnly;

    NodeFault(String title, String says, @Nullable Byte condition, boolean ofServersOnly) {
        this.title = title;
        this.says = says;
        this.condition = condition;
        this.ofServersOnly = ofServersOnly;
    }

    /** What a menu says. */
    public String title() {
        return title;
    }

    /** What it does, in a few words. */
    public String says() {
        return says;
    }

    /** Whether load balancers are spared. */
    public boolean ofServersOnly() {
        return ofServersOnly;
    }

    /** Whether a node in that condition, as frames have it, has this fault already. */
    boolean isShownBy(byte shown) {
        return condition != null && condition == shown;
    }

    Command command(String node) {
        return switch (this) {
            case CRASH -> new Command.Crash(node, CrashMode.REFUSE);
            case BLACK_HOLE -> new Command.Crash(node, CrashMode.BLACK_HOLE);
            case AFTER_ACCEPT -> new Command.Crash(node, CrashMode.AFTER_ACCEPT);
            case RESTART -> new Command.Restart(node, Duration.ofSeconds(5));
            case SLOW -> new Command.Slow(node, FaultActions.SLOW_FACTOR);
            case PAUSE -> new Command.Pause(node);
            case LEAK -> new Command.Leak(node, 1);
            case ERRORS -> new Command.Errors(node, 0.2);
            case FLAP -> new Command.Flap(node, Duration.ofSeconds(2), Duration.ofSeconds(5));
            case RANDOM -> new Command.Failing(node, Duration.ofSeconds(30), Duration.ofSeconds(5));
        };
    }
}
