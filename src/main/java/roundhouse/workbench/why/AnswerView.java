package roundhouse.workbench.why;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import roundhouse.workbench.FigureText;

/** What one node did with a request and why, in sentences: the first is the title, with the time beside it. */
abstract class AnswerView extends VBox {
    AnswerView(long timeNanos, List<String> sentences) {
        getStyleClass().add("pick");
        Label time = new Label(FigureText.clock(timeNanos));
        time.getStyleClass().add("muted");
        time.setMinWidth(USE_PREF_SIZE);
        Label title = sentence(sentences.getFirst(), "pick-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        getChildren().add(new HBox(8, title, time));
        sentences.stream().skip(1).forEach(text -> getChildren().add(sentence(text, "pick-sentence")));
    }

    private static Label sentence(String text, String style) {
        Label sentence = new Label(text);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add(style);
        return sentence;
    }

    /** A link to a request that the answer refers to; {@code ask} is told its number when a person follows it. */
    final void refer(String text, long request, LongConsumer ask) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(_ -> ask.accept(request));
        getChildren().add(link);
    }
}
