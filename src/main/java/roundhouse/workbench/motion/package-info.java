/** How requests are seen to move: which of them, and how slowly at least. View models, without a screen. */
@NullMarked
package roundhouse.workbench.motion;

import org.jspecify.annotations.NullMarked;
