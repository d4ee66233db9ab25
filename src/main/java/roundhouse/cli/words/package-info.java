/** What the program calls itself, what somebody probably meant, and how numbers are written. */
@NullMarked
package roundhouse.cli.words;

import org.jspecify.annotations.NullMarked;
