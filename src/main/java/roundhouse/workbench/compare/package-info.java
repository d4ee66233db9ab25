/**
 * The Compare view: two futures, or two files, side by side under the same requests.
 */
@NullMarked
package roundhouse.workbench.compare;

import org.jspecify.annotations.NullMarked;
