/**
 * The Compare view: several designs at once, or two futures or files in every figure, side by side under the same requests.
 */
@NullMarked
package roundhouse.workbench.compare;

import org.jspecify.annotations.NullMarked;
