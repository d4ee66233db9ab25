package roundhouse.simulation.components;

import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Consumption;
import roundhouse.scaling.Price;
import roundhouse.topology.nodes.Node;

/** What a node cost so far, from when it was added, warm-up included. Its price can change on the way. */
final class PriceAccount {
    private static final double HOUR = 3_600e9;
    private static final double GIGABYTE = 1e9;

    private @Nullable Price price;
    private boolean giving;
    private int cores;
    private int rules;
    private double paid;
    private long sinceNanos;
    private long requestsBefore;
    private long connectionsBefore;
    private long givenBefore;

    /** An account of that node; null where it has no price. */
    static @Nullable PriceAccount of(Node node, long nowNanos, NodeMetrics metrics) {
        if (node.price() == null) {
            return null;
        }
        PriceAccount account = new PriceAccount();
        account.become(node, nowNanos, metrics);
        return account;
    }

    /** From now on it has that node's price. */
    void become(Node node, long nowNanos, NodeMetrics metrics) {
        paid = total(nowNanos, metrics);
        price = node.price();
        giving = node.passesAnswers();
        cores = node.cores();
        rules = node.ruleCount();
        sinceNanos = nowNanos;
        requestsBefore = metrics.arrived;
        connectionsBefore = metrics.connections;
        givenBefore = metrics.given;
    }

    double total(long untilNanos, NodeMetrics metrics) {
        return price == null ? paid : paid + price.of(used(untilNanos, metrics));
    }

    /** Of what is paid by use the mean since it has this price. */
    double perHour(long nowNanos, NodeMetrics metrics) {
        Consumption used = used(nowNanos, metrics);
        return price == null ? 0 : used.hours() <= 0 ? price.hourly(cores) : price.of(used) / used.hours();
    }

    private Consumption used(long untilNanos, NodeMetrics metrics) {
        return new Consumption(
                Math.max(0, untilNanos - sinceNanos) / HOUR,
                metrics.arrived - requestsBefore,
                metrics.connections - connectionsBefore,
                metrics.inFlight.mean(untilNanos),
                giving ? (metrics.given - givenBefore) / GIGABYTE : 0,
                cores,
                rules);
    }
}
