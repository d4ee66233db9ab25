/** Static configurations of Envoy, by its published API v3. Envoy itself was not run with any of them. */
@NullMarked
package roundhouse.exchange.configuration.envoy;

import org.jspecify.annotations.NullMarked;
