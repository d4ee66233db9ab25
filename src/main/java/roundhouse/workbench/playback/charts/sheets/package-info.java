/** Charts as they are written to files. */
@NullMarked
package roundhouse.workbench.playback.charts.sheets;

import org.jspecify.annotations.NullMarked;
