/** What plots over time stand on: the stretch of time that is in sight, its marks, and lines thinned to the pixels that there are. */
@NullMarked
package roundhouse.workbench.playback.charts.scale;

import org.jspecify.annotations.NullMarked;
