/** Configurations of HAProxy, by the documentation of 2.6. */
@NullMarked
package roundhouse.exchange.configuration.haproxy;

import org.jspecify.annotations.NullMarked;
