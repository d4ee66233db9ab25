/** Histories of what clients asked a store and were told, on a time axis, and what breaks a promise in them. */
@NullMarked
package roundhouse.workbench.history;

import org.jspecify.annotations.NullMarked;
