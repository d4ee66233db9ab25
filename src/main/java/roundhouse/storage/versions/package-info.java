/**
 * Which of two versions of a value is newer, or that neither is: timestamps, version vectors, siblings, and values that merge by
 * themselves. Replicas are numbers from 0.
 */
@NullMarked
package roundhouse.storage.versions;

import org.jspecify.annotations.NullMarked;
