/**
 * What the Ring view shows: the servers, the placement, the keys and what the last change moved. Needs no screen.
 */
@NullMarked
package roundhouse.workbench.ring.model;

import org.jspecify.annotations.NullMarked;
