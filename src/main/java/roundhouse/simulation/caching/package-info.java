/** Caches that are nodes of their own: those that servers share, and the edges of CDNs. */
@NullMarked
package roundhouse.simulation.caching;

import org.jspecify.annotations.NullMarked;
