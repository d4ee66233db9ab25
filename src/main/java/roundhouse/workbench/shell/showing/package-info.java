/** How the canvas is shown: presented to a room, at what size, one request of it followed. */
@NullMarked
package roundhouse.workbench.shell.showing;

import org.jspecify.annotations.NullMarked;
