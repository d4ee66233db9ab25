package roundhouse.scaling;

/**
 * What managed load balancers cost in an hour, in US dollars. The dimension of which most is used counts, not their sum; units are not
 * rounded. List prices of 2026: us-east-1, East US, us-central1 (aws.amazon.com/elasticloadbalancing/pricing, azure.microsoft.com
 * application-gateway, cloud.google.com/load-balancing/pricing).
 */
public final class BalancerBill {
    private static final double AWS_HOUR = 0.0225;

    /** What a connection carries, for a network load balancer. */
    public enum Protocol {
        TCP(800, 100_000),
        UDP(400, 50_000),
        TLS(50, 3_000);

        private final double newPerSecond;
        private final double active;

        Protocol(double newPerSecond, double active) {
            this.newPerSecond = newPerSecond;
            this.active = active;
        }
    }

    private BalancerBill() {}

    /** AWS's application load balancer; ten rules are free. */
    public static double albUnits(
            double newPerSecond, double active, double gigabytesPerHour, int rules, double requestsPerSecond) {
        double evaluations = Math.max(0, rules - 10) * requestsPerSecond;
        return largest(newPerSecond / 25, active / 3_000, gigabytesPerHour, evaluations / 1_000);
    }

    public static double alb(double units) {
        return AWS_HOUR + 0.008 * units;
    }

    /** AWS's network load balancer. */
    public static double nlbUnits(Protocol protocol, double newPerSecond, double active, double gigabytesPerHour) {
        return largest(newPerSecond / protocol.newPerSecond, active / protocol.active, gigabytesPerHour);
    }

    public static double nlb(double units) {
        return AWS_HOUR + 0.006 * units;
    }

    /** Azure's Application Gateway v2; each reserved instance is ten units, used or not. */
    public static double gatewayUnits(
            double megabitsPerSecond, double active, double tlsPerSecond, int reservedInstances) {
        return largest(megabitsPerSecond / 2.22, active / 2_500, tlsPerSecond / 50, 10.0 * reservedInstances);
    }

    public static double gateway(double units) {
        return 0.246 + 0.008 * units;
    }

    /** Google's: five forwarding rules, then each, and what passes. */
    public static double google(int forwardingRules, double gibibytesPerHour) {
        return 0.025 + 0.01 * Math.max(0, forwardingRules - 5) + 0.008 * gibibytesPerHour;
    }

    private static double largest(double... dimensions) {
        double largest = 0;
        for (double dimension : dimensions) {
            largest = Math.max(largest, dimension);
        }
        return largest;
    }
}
