/** Ways through the window for those who use it by keys or by ear. */
@NullMarked
package roundhouse.workbench.access;

import org.jspecify.annotations.NullMarked;
