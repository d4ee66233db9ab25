/** The Sweep view: a design under every combination of values of one or two settings, as a heat map. */
@NullMarked
package roundhouse.workbench.sweeping;

import org.jspecify.annotations.NullMarked;
