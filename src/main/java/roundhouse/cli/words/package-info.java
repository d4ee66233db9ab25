/** What the program calls itself, and what somebody probably meant. */
@NullMarked
package roundhouse.cli.words;

import org.jspecify.annotations.NullMarked;
