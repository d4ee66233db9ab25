/** What a search over designs found: sweeps, capacities and sizes. */
@NullMarked
package roundhouse.cli.reports.sizing;

import org.jspecify.annotations.NullMarked;
