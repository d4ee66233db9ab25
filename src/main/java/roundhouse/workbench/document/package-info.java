/**
 * The open document: its topology, its undo history, its selection, its file.
 */
@NullMarked
package roundhouse.workbench.document;

import org.jspecify.annotations.NullMarked;
