/** Configurations of nginx, in and out. */
@NullMarked
package roundhouse.exchange.configuration.nginx;

import org.jspecify.annotations.NullMarked;
