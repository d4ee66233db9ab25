/** What pictures the command line asks for, of whoever can draw. */
@NullMarked
package roundhouse.cli.pictures;

import org.jspecify.annotations.NullMarked;
