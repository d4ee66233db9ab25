package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;

/** What a file need not say. Canonical text leaves these out; new nodes in the window begin with them. */
public final class Defaults {
    public static final int USERS = 1_000;
    public static final String ADDRESSES = "10.0.0.0/8";
    public static final KeyDistribution KEYS = new KeyDistribution.Uniform(1_000);
    public static final Connection CONNECTION = new Connection.PerRequest();
    /** How long a kept connection may be unused. */
    public static final Duration IDLE = Duration.ofSeconds(60);

    public static final int LAYER = 7;
    public static final int BALANCER_CORES = 4;
    public static final int SERVER_CORES = 1;
    public static final int QUEUE = 100;
    public static final int UNLIMITED = Integer.MAX_VALUE;
    /** Two machines in one data centre. */
    public static final Distribution LATENCY = new Distribution.Fixed(Duration.ofNanos(500_000));

    static final List<String> TLS_MODES = List.of("pass-through", "terminate");

    private Defaults() {}
}
