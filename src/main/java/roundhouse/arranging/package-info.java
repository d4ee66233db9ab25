/** Where nodes stand that nobody has placed, and where they stand tidily. */
@NullMarked
package roundhouse.arranging;

import org.jspecify.annotations.NullMarked;
