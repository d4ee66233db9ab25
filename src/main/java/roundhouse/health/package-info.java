/**
 * Who may take requests: active checks, passive failure counts, outlier ejection, panic, slow start, and which of two balancers is
 * the active one. State machines that are told what happened and when, and know nothing of how it came about.
 */
@NullMarked
package roundhouse.health;

import org.jspecify.annotations.NullMarked;
