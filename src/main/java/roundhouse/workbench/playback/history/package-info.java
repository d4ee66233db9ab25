/**
 * The run with its commands, played, rewound and branched into futures by the engine's thread.
 */
@NullMarked
package roundhouse.workbench.playback.history;

import org.jspecify.annotations.NullMarked;
