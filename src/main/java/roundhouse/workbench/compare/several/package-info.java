/** Several designs at once: small canvases that play under the same traffic, and a table of their figures over seeds. */
@NullMarked
package roundhouse.workbench.compare.several;

import org.jspecify.annotations.NullMarked;
