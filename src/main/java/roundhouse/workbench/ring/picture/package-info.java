/**
 * The picture of the ring and its lens, painted pixel by pixel, and moving tokens with pointer and keys.
 */
@NullMarked
package roundhouse.workbench.ring.picture;

import org.jspecify.annotations.NullMarked;
