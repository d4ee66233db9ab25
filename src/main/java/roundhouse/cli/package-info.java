/**
 * The headless program: one class per command.
 */
@NullMarked
package roundhouse.cli;

import org.jspecify.annotations.NullMarked;
