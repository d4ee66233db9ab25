/** What is compared at once, and its figures over seeds: needs no screen. */
@NullMarked
package roundhouse.workbench.compare.measured;

import org.jspecify.annotations.NullMarked;
