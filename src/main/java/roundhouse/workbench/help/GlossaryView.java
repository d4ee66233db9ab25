package roundhouse.workbench.help;

import static roundhouse.workbench.texts.Texts.text;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The glossary as a list that can be searched: each term with its sentence below it. */
final class GlossaryView extends VBox {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 520;

    private final TextField search = new TextField();

    GlossaryView(Glossary glossary) {
        getStyleClass().add("glossary");
        setPrefSize(WIDTH, HEIGHT);
        search.setId("glossary-search");
        search.setPromptText(text("help.find-a-term"));
        search.setAccessibleText(text("help.find-a-term"));
        VBox list = new VBox();
        list.getStyleClass().add("glossary-list");
        for (Glossary.Entry entry : glossary.entries()) {
            list.getChildren().add(row(entry));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll);
    }

    private Node row(Glossary.Entry entry) {
        Label term = new Label(entry.term());
        term.getStyleClass().add("glossary-term");
        Label meaning = new Label(entry.meaning());
        meaning.setWrapText(true);
        VBox row = new VBox(term, meaning);
        row.getStyleClass().add("glossary-entry");
        row.managedProperty().bind(row.visibleProperty());
        search.textProperty().subscribe(text -> row.setVisible(entry.matches(text)));
        return row;
    }

    /** Gives the focus to the search field. */
    void focusSearch() {
        search.requestFocus();
    }
}
