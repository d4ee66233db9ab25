/** How users get an address: resolvers that many share, and what they are told. */
@NullMarked
package roundhouse.simulation.resolving;

import org.jspecify.annotations.NullMarked;
