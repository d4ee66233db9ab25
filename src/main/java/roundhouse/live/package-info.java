/**
 * A topology as a real reverse proxy: real requests come in at ports of loopback, the run decides where each goes with the very objects of
 * the simulation (balancers, placements, caches, limits, health checks), and real servers serve them. The wall clock is looked at here and
 * nowhere below: it is the time of the run, and all that happens outside is told the run at the time it was seen. So a log of that, told
 * again, gives the same run again.
 */
@NullMarked
package roundhouse.live;

import org.jspecify.annotations.NullMarked;
