/**
 * Reading and writing topology files and saved runs.
 */
@NullMarked
package roundhouse.topology.files;

import org.jspecify.annotations.NullMarked;
