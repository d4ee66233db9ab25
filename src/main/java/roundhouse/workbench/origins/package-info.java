/** Where the figures of the window come from: what opens beside one that is asked. */
@NullMarked
package roundhouse.workbench.origins;

import org.jspecify.annotations.NullMarked;
