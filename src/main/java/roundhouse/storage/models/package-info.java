/**
 * What is stored under a key, as a machine that is given operations one after the other and says whether each was answered rightly.
 */
@NullMarked
package roundhouse.storage.models;

import org.jspecify.annotations.NullMarked;
