/** Pictures and films of a run that the command line asks for; who makes them knows the screen. */
@NullMarked
package roundhouse.cli.pictures;

import org.jspecify.annotations.NullMarked;
