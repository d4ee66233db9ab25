/**
 * The Ring view: where keys live, what moves when a server or a token does, and the same change under every placement. Everything
 * but the controls and the drawing is tested without a screen.
 */
@NullMarked
package roundhouse.workbench.ring;

import org.jspecify.annotations.NullMarked;
