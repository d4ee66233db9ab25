/** How much is needed: the cheapest design that meets goals, and the most load that one bears. */
@NullMarked
package roundhouse.analysis.sizing;

import org.jspecify.annotations.NullMarked;
