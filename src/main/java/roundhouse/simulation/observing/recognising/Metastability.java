package roundhouse.simulation.observing.recognising;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.RequestSource;
import roundhouse.simulation.observing.history.RecentGrowth;
import roundhouse.topology.Topology;

/**
 * Recognises a metastable failure of what one clients node asks: what brought the system down is over, no more is asked of it than when
 * all was well, and yet it does not come up, because what it does to help itself keeps it down (Bronson et al., "Metastable Failures in
 * Distributed Systems", HotOS 2021).
 *
 * <p>It is one when for five seconds on end nothing was wrong with any node or link, in every second no more requests began than in
 * a second in which at most {@value #WELL} of them ended badly, and at least {@value #BAD} end badly. It is over when for two seconds on
 * end fewer than {@value #OVER} do. A change of the topology begins anew. Fewer than {@value #FEWEST} requests a second are none.
 */
final class Metastability {
    /** Tenths of a second in a row until it is believed. */
    static final int BEGINS_IN_A_ROW = 50;

    private static final int OVER_IN_A_ROW = 20;
    private static final double WELL = 0.05;
    private static final double BAD = 0.2;
    private static final double OVER = 0.1;
    private static final int FEWEST = 20;
    private static final int SECOND = 10;
    /** By so much rates of the same load differ by chance. */
    private static final double SAME_LOAD = 1.05;

    final NodeComponent clients;
    private final RequestSource source;
    private final RecentGrowth begun;
    private final RecentGrowth begunForLong;
    private final RecentGrowth ended;
    private final RecentGrowth well;
    private @Nullable Topology known;
    private long mostBorne;
    private int inARow;
    private boolean failing;

    private Metastability(NodeComponent clients, RequestSource source) {
        this.clients = clients;
        this.source = source;
        begun = new RecentGrowth(source.requests(), SECOND);
        begunForLong = new RecentGrowth(source.requests(), RetryAmplification.WINDOW);
        ended = new RecentGrowth(clients.metrics.outcomes.total(), SECOND);
        well = new RecentGrowth(clients.metrics.outcomes.of(Outcome.OK), SECOND);
    }

    /** @param clients a node that begins requests */
    static Metastability of(NodeComponent clients) {
        return new Metastability(clients, Objects.requireNonNull(clients.source()));
    }

    /**
     * A tenth of a second is over. Returns whether such a failure has begun or is over with it.
     *
     * @param sound whether nothing is wrong with any node or link
     */
    boolean slice(Topology topology, boolean sound) {
        begun.slice(source.requests());
        begunForLong.slice(source.requests());
        ended.slice(clients.metrics.outcomes.total());
        well.slice(clients.metrics.outcomes.of(Outcome.OK));
        if (known == null
                || !topology.nodes().equals(known.nodes())
                || !topology.links().equals(known.links())) {
            mostBorne = 0;
            inARow = 0;
        }
        known = topology;
        double badShare = badShare();
        if (sound && badShare <= WELL) {
            mostBorne = Math.max(mostBorne, begun.grown());
        }
        boolean now = failing
                ? badShare >= OVER
                : sound && begun.grown() >= FEWEST && begun.grown() <= SAME_LOAD * mostBorne && badShare >= BAD;
        inARow = now == failing ? 0 : inARow + 1;
        if (inARow < (failing ? OVER_IN_A_ROW : BEGINS_IN_A_ROW)) {
            return false;
        }
        inARow = 0;
        failing = now;
        return true;
    }

    boolean isFailing() {
        return failing;
    }

    /** Requests that began in the last two seconds. */
    long begunForLong() {
        return begunForLong.grown();
    }

    /** How many calls at that server one of its requests can become at most. */
    double mostCallsAt(String server) {
        return known == null ? 0 : new MostCalls(known, clients.id, source.mostAttempts()).at(server);
    }

    /** The part of the requests that ended in the last second that ended badly, 0 to 1. */
    double badShare() {
        return ended.grown() == 0 ? 1 : 1 - (double) well.grown() / ended.grown();
    }
}
