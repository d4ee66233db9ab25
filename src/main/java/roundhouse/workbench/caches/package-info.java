/** A cache opened: what it holds, list by list as its policy has them, and where one key is. */
@NullMarked
package roundhouse.workbench.caches;

import org.jspecify.annotations.NullMarked;
