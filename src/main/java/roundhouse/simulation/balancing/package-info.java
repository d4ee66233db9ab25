/** Load balancers: pools, rules, failover, health checks, and pairs that share an address. */
@NullMarked
package roundhouse.simulation.balancing;

import org.jspecify.annotations.NullMarked;
