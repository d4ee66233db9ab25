package roundhouse.simulation.observing.recognising;

import java.util.Arrays;
import java.util.Objects;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.RequestSource;

/**
 * Tells whether one clients node is in a retry storm: its retries and hedges are a large part of what it sends, and most likely why
 * so much of it ends badly.
 *
 * <p>One begins when over the last second there were at least {@value #BEGINS_ATTEMPTS} attempts a request and at least
 * {@value #BEGINS_BAD} of the requests that ended did not end well, while a node was overwhelmed, and that for two seconds on end. It
 * is over when for as long there were fewer than {@value #OVER_ATTEMPTS} attempts a request, or less than {@value #OVER_BAD} ended badly,
 * or no node was overwhelmed. Fewer than {@value #FEWEST} attempts a second are no storm.
 */
final class RetryStorm {
    private static final double BEGINS_ATTEMPTS = 1.5;
    private static final double BEGINS_BAD = 0.2;
    private static final double OVER_ATTEMPTS = 1.2;
    private static final double OVER_BAD = 0.1;
    private static final int FEWEST = 20;

    /** Tenths of a second in the window, and in a row until it is believed. */
    private static final int WINDOW = 10;

    private static final int IN_A_ROW = 20;

    final NodeComponent clients;
    private final RequestSource source;
    private final long[] attempts = new long[WINDOW];
    private final long[] requests = new long[WINDOW];
    private final long[] ended = new long[WINDOW];
    private final long[] well = new long[WINDOW];
    private int oldest;
    private int inARow;
    private boolean raging;

    /** Of the last second. */
    private double attemptsPerRequest;

    private double badShare;

    private RetryStorm(NodeComponent clients, RequestSource source) {
        this.clients = clients;
        this.source = source;
        Arrays.fill(attempts, source.attempts());
        Arrays.fill(requests, source.requests());
        Arrays.fill(ended, clients.metrics.outcomes.total());
        Arrays.fill(well, clients.metrics.outcomes.of(Outcome.OK));
    }

    /** @param clients a node that begins requests */
    static RetryStorm of(NodeComponent clients) {
        return new RetryStorm(clients, Objects.requireNonNull(clients.source()));
    }

    /** Whether a request may be sent more than once. */
    boolean attemptsAgain() {
        return source.mostAttempts() > 1;
    }

    boolean isRaging() {
        return raging;
    }

    /** Attempts a request over the last second; not more than a request may have, for some were of requests begun before it. */
    double attemptsPerRequest() {
        return Math.min(attemptsPerRequest, source.mostAttempts());
    }

    /** The part of the requests that ended in the last second that did not end well, 0 to 1. */
    double badShare() {
        return badShare;
    }

    /** A tenth of a second is over. Returns whether anything but the state of the nodes speaks for a storm. */
    boolean slice() {
        long attemptsNow = source.attempts();
        long requestsNow = source.requests();
        long endedNow = clients.metrics.outcomes.total();
        long wellNow = clients.metrics.outcomes.of(Outcome.OK);
        long sent = attemptsNow - attempts[oldest];
        long endings = endedNow - ended[oldest];
        attemptsPerRequest = (double) sent / Math.max(1, requestsNow - requests[oldest]);
        badShare = endings == 0 ? 1 : 1 - (double) (wellNow - well[oldest]) / endings;
        attempts[oldest] = attemptsNow;
        requests[oldest] = requestsNow;
        ended[oldest] = endedNow;
        well[oldest] = wellNow;
        oldest = (oldest + 1) % WINDOW;
        return sent >= FEWEST
                && attemptsPerRequest >= (raging ? OVER_ATTEMPTS : BEGINS_ATTEMPTS)
                && badShare >= (raging ? OVER_BAD : BEGINS_BAD);
    }

    /** Says whether that tenth was stormy. Returns whether a storm has begun or is over with it. */
    boolean stormy(boolean now) {
        inARow = now == raging ? 0 : inARow + 1;
        if (inARow < IN_A_ROW) {
            return false;
        }
        inARow = 0;
        raging = now;
        return true;
    }
}
