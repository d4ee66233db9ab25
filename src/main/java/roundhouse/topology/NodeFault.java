package roundhouse.topology;

import java.time.Duration;

/** What menus offer to break a server or a load balancer: commands with the figures that most people want to see first. */
public enum NodeFault {
    CRASH("Crash", "Refuses connections until it recovers", false),
    BLACK_HOLE("Crash, no answer", "Fails silently: nothing answers any more", false),
    AFTER_ACCEPT("Crash after accepting", "Takes connections but never answers", false),
    RESTART("Restart", "Down for 5 s, then up, cold if it starts cold", false),
    SLOW("Slow down", "Takes 3 times as long", true),
    PAUSE("Pause", "Stops working; keeps its requests and its queue", false),
    LEAK("Leak", "Each minute the service time grows by its normal value", true),
    ERRORS("Errors", "Answers every fifth request with an error", true),
    FLAP("Flap", "Down for 2 s, up for 5 s, and so on", false),
    CHECKS_FAIL("Fail health checks only", "Serves requests all the same", true),
    REQUESTS_FAIL("Fail requests only", "Passes health checks all the same", true),
    RANDOM("Fail at random", "About every 30 s, for about 5 s", false);

    private static final double SLOW_FACTOR = 3;

    private final String title;
    private final String says;
    private final boolean ofServersOnly;

    NodeFault(String title, String says, boolean ofServersOnly) {
        this.title = title;
        this.says = says;
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

    /** Whether nodes that only pass requests on, such as load balancers, are spared. */
    public boolean ofServersOnly() {
        return ofServersOnly;
    }

    /** The command that does it to a node. */
    public Command command(String node) {
        return switch (this) {
            case CRASH -> new Command.Crash(node, CrashMode.REFUSE);
            case BLACK_HOLE -> new Command.Crash(node, CrashMode.BLACK_HOLE);
            case AFTER_ACCEPT -> new Command.Crash(node, CrashMode.AFTER_ACCEPT);
            case RESTART -> new Command.Restart(node, Duration.ofSeconds(5));
            case SLOW -> new Command.Slow(node, SLOW_FACTOR);
            case PAUSE -> new Command.Pause(node);
            case LEAK -> new Command.Leak(node, 1);
            case ERRORS -> new Command.Errors(node, 0.2);
            case CHECKS_FAIL -> new Command.Errors(node, 1, ErrorScope.CHECKS);
            case REQUESTS_FAIL -> new Command.Errors(node, 1, ErrorScope.REQUESTS);
            case FLAP -> new Command.Flap(node, Duration.ofSeconds(2), Duration.ofSeconds(5));
            case RANDOM -> new Command.Failing(node, Duration.ofSeconds(30), Duration.ofSeconds(5));
        };
    }
}
