/** How much is needed: autoscaling rules, scaling laws, bills. */
@NullMarked
package roundhouse.scaling;

import org.jspecify.annotations.NullMarked;
