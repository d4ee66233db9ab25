/** The same design with one thing otherwise: another way of writing, another eviction policy. */
@NullMarked
package roundhouse.analysis.variants;

import org.jspecify.annotations.NullMarked;
