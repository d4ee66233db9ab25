/** Where the program starts: {@link roundhouse.Roundhouse} opens the workbench or hands its arguments to the command line. */
@NullMarked
package roundhouse;

import org.jspecify.annotations.NullMarked;
