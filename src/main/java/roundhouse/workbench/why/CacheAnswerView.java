package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.OptionalLong;
import java.util.function.LongConsumer;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.workbench.FigureText;

/** What one cache answered a request and why, in sentences. */
final class CacheAnswerView extends AnswerView {
    /** @param ask is told the number of a request that the answer refers to, when a person follows that */
    CacheAnswerView(CacheAnswer answer, LongConsumer ask) {
        super(
                answer.timeNanos(),
                answer.because().stream().map(FigureText::sentence).toList());
        OptionalLong other = answer.otherRequest();
        if (other.isPresent()) {
            long request = other.getAsLong();
            refer(text("why.all-of-request", FigureText.count(request)), request, ask);
        }
    }
}
