/** What {@code roundhouse limit} is told: rates, options of a type, arrivals. */
@NullMarked
package roundhouse.cli.limiting;

import org.jspecify.annotations.NullMarked;
