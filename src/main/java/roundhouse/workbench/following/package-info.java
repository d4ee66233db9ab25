/** Following one request through its life: its stages in sentences, at a pace that can be read, and where on the canvas each is. */
@NullMarked
package roundhouse.workbench.following;

import org.jspecify.annotations.NullMarked;
