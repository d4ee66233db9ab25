package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.workbench.FigureText;

/** What one cache answered a request and why, in sentences. */
final class CacheAnswerView extends VBox {
    /** @param ask is told the number of a request that the answer refers to, when a person follows that */
    CacheAnswerView(CacheAnswer answer, LongConsumer ask) {
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
        OptionalLong other = answer.otherRequest();
        if (other.isPresent()) {
            long request = other.getAsLong();
            Hyperlink link = new Hyperlink(text("why.all-of-request", FigureText.count(request)));
            link.setOnAction(_ -> ask.accept(request));
            getChildren().add(link);
        }
    }

    private static Label sentence(String text, String style) {
        Label sentence = new Label(FigureText.sentence(text));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add(style);
        return sentence;
    }
}
