/**
 * One class per balancing algorithm, and the registry that names them: {@link roundhouse.routing.algorithms.Algorithm}.
 */
@NullMarked
package roundhouse.routing.algorithms;

import org.jspecify.annotations.NullMarked;
