/** Every node's figures over time, side by side. */
@NullMarked
package roundhouse.workbench.playback.charts.nodes;

import org.jspecify.annotations.NullMarked;
