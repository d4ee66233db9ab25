package roundhouse.workbench.canvas.painting;

import java.time.Duration;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Distribution;

/** Whether the eye can follow a request along a link, or a rate says more. */
final class Motion {
    /** A crossing shorter than this, in real seconds, falls between two pictures: most requests would never be seen. */
    static final double SHORTEST_CROSSING = 1.0 / 60;

    private Motion() {}

    /** @param speed simulated seconds a real second; 0 while nothing moves, when every request can be seen where it is */
    static boolean isTooFast(Link link, double speed) {
        return seconds(link.latency()) < SHORTEST_CROSSING * speed;
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
