/** How the parts of a topology, its scenario's commands among them, are declared: each field once, for files, forms, the reference and checks. */
@NullMarked
package roundhouse.topology.declarations;

import org.jspecify.annotations.NullMarked;
