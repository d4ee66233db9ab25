/** Waiting for long work at a terminal: how far it is, that it was interrupted, that memory runs out. */
@NullMarked
package roundhouse.cli.waiting;

import org.jspecify.annotations.NullMarked;
