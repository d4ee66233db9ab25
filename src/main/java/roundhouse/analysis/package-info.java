/**
 * Questions asked of a topology or of finished runs: is its structure sound, what would theory say.
 */
@NullMarked
package roundhouse.analysis;

import org.jspecify.annotations.NullMarked;
