package roundhouse.analysis.structure;

import java.time.Duration;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Health;

/** Do a load balancer's health rules have any effect? */
final class HealthAdvice {
    private HealthAdvice() {}

    static void check(LoadBalancer balancer, Findings findings) {
        Health health = balancer.health();
        Health.Active active = health.active();
        if (active != null && active.timeout().compareTo(active.interval()) > 0) {
            Duration silent = active.interval().plus(active.timeout()).multipliedBy(active.fall());
            findings.warning(
                    balancer.id(),
                    "waits for a check longer than the interval between two, so a silent target is out only after "
                            + Units.format(silent));
        }
        boolean judges = active != null || health.ejection() != null;
        if (health.panic() > 0 && !judges && health.passive() == null) {
            findings.warning(
                    balancer.id(),
                    "has a panic threshold but nothing that finds out who is healthy, so it never panics");
        }
        if (!health.slowStart().isZero()) {
            slowStart(balancer, judges, findings);
        }
    }

    /**
     * @param of names the pool, where there are several
     * @param targets that are picked while all is well
     */
    static void checkPool(LoadBalancer balancer, String of, int targets, Findings findings) {
        Health.Ejection ejection = balancer.health().ejection();
        if (ejection != null && targets > 0 && !ejection.alwaysOne() && 100.0 / targets > ejection.maxPercent()) {
            findings.warning(
                    balancer.id(),
                    of + "ejects no more than " + ejection.maxPercent() + " % of its targets, and one of " + targets
                            + " is more, so none is ever ejected");
        } else if (ejection != null && targets > 0 && targets < ejection.minHosts()) {
            findings.note(
                    balancer.id(),
                    of + "compares success rates among " + ejection.minHosts() + " targets or more and has " + targets
                            + ", so only " + ejection.consecutive() + " failures in a row eject one");
        }
    }

    private static void slowStart(LoadBalancer balancer, boolean judges, Findings findings) {
        Algorithm algorithm = balancer.balancing().algorithm();
        if (!judges) {
            findings.warning(
                    balancer.id(),
                    "has a slow start but no checks and no ejection, so no target is ever known to have come back; only one that is added starts slowly");
        } else if (algorithm == Algorithm.ROUND_ROBIN
                || algorithm == Algorithm.IP_HASH
                || algorithm == Algorithm.HASH) {
            findings.note(
                    balancer.id(),
                    algorithm.key() + " does not start targets slowly, for it "
                            + (algorithm == Algorithm.ROUND_ROBIN
                                    ? "ignores weights"
                                    : "keeps clients or keys where they are"));
        }
    }
}
