/** What the window remembers from one start to the next: its place, how it is divided, folders of files. */
@NullMarked
package roundhouse.workbench.remembering;

import org.jspecify.annotations.NullMarked;
