/** What others see of server groups. */
@NullMarked
package roundhouse.simulation.observing.groups;

import org.jspecify.annotations.NullMarked;
