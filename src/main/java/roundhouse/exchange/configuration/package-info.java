/**
 * Configurations of other load balancers, in and out: what every language has in common. What a language cannot say stands in its text
 * as remarks, which an import reads again, so that export, import and export give the same.
 */
@NullMarked
package roundhouse.exchange.configuration;

import org.jspecify.annotations.NullMarked;
