/** Writes what the window shows into files: pictures, animations, pages, requests. */
@NullMarked
package roundhouse.workbench.shell.exporting;

import org.jspecify.annotations.NullMarked;
