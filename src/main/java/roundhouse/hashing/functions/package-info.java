/**
 * Hash functions under their names, each byte for byte that of the system it is known from.
 */
@NullMarked
package roundhouse.hashing.functions;

import org.jspecify.annotations.NullMarked;
