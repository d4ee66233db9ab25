package roundhouse.workbench.motion;

import static roundhouse.workbench.texts.Texts.text;

import java.time.Duration;
import java.util.List;
import roundhouse.simulation.observing.JourneySteps;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.workbench.FigureText;

/**
 * What the eye can follow at a speed. Speeds are simulated seconds a real second; 0 while nothing moves, when every request can be
 * seen where it is.
 */
public final class Motion {
    /** A way along a link shorter than this, in real seconds, cannot be followed: it is drawn to take as long as this. */
    public static final double LEAST_CROSSING = 0.4;

    /** One shorter than this falls between two pictures: a rate says more. */
    private static final double SHORTEST_CROSSING = 1.0 / 60;

    private Motion() {}

    /** Whether a rate at the link says more than its single requests. */
    public static boolean isTooFast(Link link, double speed) {
        return seconds(link.latency()) < SHORTEST_CROSSING * speed;
    }

    /** Whether every request can be drawn just where it is: no link is too short for the eye. */
    public static boolean isTrueToScale(List<Link> links, double speed) {
        return links.stream()
                .filter(link -> !link.isHeartbeat())
                .allMatch(link -> seconds(link.latency()) >= LEAST_CROSSING * speed);
    }

    /** Of how many requests one is followed, in a word or two: {@code 1 dot = 50}. */
    public static String sample(JourneySteps steps) {
        return steps.requestsOneIn == 1
                ? text("motion.every-request")
                : "1 dot = " + FigureText.count(steps.requestsOneIn);
    }

    /**
     * The same in full, with what is stretched.
     *
     * @param checks whether all that is no client's are checks and heartbeats; else it may be messages and flushes as well
     */
    public static String explained(JourneySteps steps, boolean checks) {
        String requests = steps.requestsOneIn == 1
                ? text("motion.every-request-2")
                : text("motion.1-dot-requests", FigureText.count(steps.requestsOneIn));
        String count = FigureText.count(steps.othersOneIn);
        String others = steps.othersOneIn == 1
                ? ""
                : " · " + text(checks ? "motion.square-of-checks" : "motion.one-in-messages", count);
        return text("motion.a-link-is-shown-to", requests, others, String.valueOf(LEAST_CROSSING));
    }

    private static double seconds(Distribution latency) {
        Duration mean = switch (latency) {
            case Distribution.Fixed fixed -> fixed.value();
            case Distribution.Uniform uniform ->
                uniform.min().plus(uniform.max()).dividedBy(2);
            case Distribution.Normal normal -> normal.mean();
            case Distribution.LogNormal logNormal -> logNormal.mean();
            case Distribution.Exponential exponential -> exponential.mean();
        };
        return mean.toNanos() / 1e9;
    }
}
