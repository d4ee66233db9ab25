/** The schedulers of Linux' IPVS. */
@NullMarked
package roundhouse.routing.ipvs;

import org.jspecify.annotations.NullMarked;
