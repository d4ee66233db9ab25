/**
 * The transport: the engine's thread, the speed, and the frames it hands to the screen; timeline, charts and
 * transcript.
 */
@NullMarked
package roundhouse.workbench.playback;

import org.jspecify.annotations.NullMarked;
