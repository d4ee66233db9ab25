package roundhouse.workbench.why;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import roundhouse.simulation.reasons.LimitAnswer;
import roundhouse.workbench.FigureText;

/** That a limit turned a request away or let it wait, and why, in sentences. */
final class LimitAnswerView extends VBox {
    LimitAnswerView(LimitAnswer answer) {
        getStyleClass().add("pick");
        List<String> sentences = answer.because();
        Label time = new Label(FigureText.clock(answer.timeNanos()));
        time.getStyleClass().add("muted");
        time.setMinWidth(USE_PREF_SIZE);
        Label title = sentence(sentences.getFirst(), "pick-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        getChildren().add(new HBox(8, title, time));
        sentences.stream().skip(1).forEach(text -> getChildren().add(sentence(text, "pick-sentence")));
    }

    private static Label sentence(String text, String style) {
        Label sentence = new Label(FigureText.sentence(text));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add(style);
        return sentence;
    }
}
