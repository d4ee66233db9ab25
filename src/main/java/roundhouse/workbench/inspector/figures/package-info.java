/** The live figures of what is selected: of nodes, links and stores. */
@NullMarked
package roundhouse.workbench.inspector.figures;

import org.jspecify.annotations.NullMarked;
