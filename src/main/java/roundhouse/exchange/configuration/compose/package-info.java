/** Compose files of Docker and others, by the Compose specification. */
@NullMarked
package roundhouse.exchange.configuration.compose;

import org.jspecify.annotations.NullMarked;
