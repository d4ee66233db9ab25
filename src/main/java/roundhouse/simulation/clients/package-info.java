/** Where requests come from: users, their arrivals, keys and connections, retries and hedges. */
@NullMarked
package roundhouse.simulation.clients;

import org.jspecify.annotations.NullMarked;
