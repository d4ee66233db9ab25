/** What stands beside the canvas, one at a time: the inspector, requests, a store, a cache, the checklist. */
@NullMarked
package roundhouse.workbench.shell.side;

import org.jspecify.annotations.NullMarked;
