/** Opening and saving: the open document's file, recent files, samples, and the copy kept for when the program dies. */
@NullMarked
package roundhouse.workbench.files;

import org.jspecify.annotations.NullMarked;
