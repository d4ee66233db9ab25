package roundhouse.workbench.why;

import roundhouse.simulation.reasons.LimitAnswer;
import roundhouse.workbench.FigureText;

/** That a limit turned a request away or let it wait, and why, in sentences. */
final class LimitAnswerView extends AnswerView {
    LimitAnswerView(LimitAnswer answer) {
        super(
                answer.timeNanos(),
                answer.because().stream().map(FigureText::sentence).toList());
    }
}
