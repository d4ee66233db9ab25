/**
 * The Ring view: where keys live, what moves when a server or a token does, and the same change under every placement.
 */
@NullMarked
package roundhouse.workbench.ring;

import org.jspecify.annotations.NullMarked;
