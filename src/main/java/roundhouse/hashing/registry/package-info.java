/**
 * Every placement under its name, with the options that a file, the command line or the window may give it.
 */
@NullMarked
package roundhouse.hashing.registry;

import org.jspecify.annotations.NullMarked;
