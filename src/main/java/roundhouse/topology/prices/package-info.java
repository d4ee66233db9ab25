/** What machines cost: how a price is written, and the catalogue of prices that have a name. */
@NullMarked
package roundhouse.topology.prices;

import org.jspecify.annotations.NullMarked;
