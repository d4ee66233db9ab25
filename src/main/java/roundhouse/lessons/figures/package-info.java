/** Figures of a run as a lesson names them: in its texts, in what is to be predicted, in what must hold. */
@NullMarked
package roundhouse.lessons.figures;

import org.jspecify.annotations.NullMarked;
