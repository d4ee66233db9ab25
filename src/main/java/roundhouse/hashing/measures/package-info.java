/**
 * What is measured of placements: how evenly keys are spread, which move when targets change, which stretches of the
 * ring are sent.
 */
@NullMarked
package roundhouse.hashing.measures;

import org.jspecify.annotations.NullMarked;
