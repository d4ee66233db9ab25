/** The charts below the timeline, on its scale of time. */
@NullMarked
package roundhouse.workbench.playback.charts;

import org.jspecify.annotations.NullMarked;
