/** Caches as nodes of a running system have them, whatever kind of node that is, and how nodes ask others for data. */
@NullMarked
package roundhouse.simulation.tiers;

import org.jspecify.annotations.NullMarked;
