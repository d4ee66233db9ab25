/** The registry of the languages of configurations, and reading a file in one of them. */
@NullMarked
package roundhouse.exchange.configuration.formats;

import org.jspecify.annotations.NullMarked;
