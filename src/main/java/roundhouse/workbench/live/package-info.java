/** Real traffic in the window: starting it, its bar in place of the transport, stopping it. */
@NullMarked
package roundhouse.workbench.live;

import org.jspecify.annotations.NullMarked;
