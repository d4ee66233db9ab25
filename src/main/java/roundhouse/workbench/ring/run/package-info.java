/**
 * What joins the Ring view with the document's load balancers and with their run.
 */
@NullMarked
package roundhouse.workbench.ring.run;

import org.jspecify.annotations.NullMarked;
