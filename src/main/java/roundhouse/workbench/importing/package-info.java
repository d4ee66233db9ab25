/** What came of importing the configuration of another program, line by line. */
@NullMarked
package roundhouse.workbench.importing;

import org.jspecify.annotations.NullMarked;
