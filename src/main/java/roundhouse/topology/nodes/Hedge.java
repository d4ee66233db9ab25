package roundhouse.topology.nodes;

import java.time.Duration;

/**
 * Sends a second try of a request that has no reply yet, and takes whichever reply is first (Dean and Barroso, "The Tail at Scale",
 * 2013).
 *
 * <p>Hedges are tries beside those that {@link Retries} allows; a retry begins when no try is under way any more.
 *
 * @param after how long the first try may take
 * @param most further tries at most, each so long after the last
 */
public record Hedge(Duration after, int most) {}
