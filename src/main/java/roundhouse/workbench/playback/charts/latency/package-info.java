/** How long requests took: over time as a heat map, and all together as a histogram. */
@NullMarked
package roundhouse.workbench.playback.charts.latency;

import org.jspecify.annotations.NullMarked;
