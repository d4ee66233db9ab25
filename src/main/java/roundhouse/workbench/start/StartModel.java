package roundhouse.workbench.start;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import roundhouse.lessons.Lesson;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.files.Samples;

/** What the start page offers: samples by topic and lessons, read when first shown, and those that match what is looked for. A view model: needs no screen. */
public final class StartModel {

    private final WorkLane lane;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObservableList<StartSection> sections = FXCollections.observableArrayList();
    private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();
    private final ObservableList<StartSection> sectionsSeen = FXCollections.unmodifiableObservableList(sections);
    private final ObservableList<Lesson> lessonsSeen = FXCollections.unmodifiableObservableList(lessons);
    private List<StartSection> all = List.of();
    private boolean asked;

    /** @param lane reads what there is */
    public StartModel(WorkLane lane) {
        this.lane = lane;
        filter.subscribe(_ -> select());
    }

    /** Words that all have to be in a title or description; empty for all there is. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** What matches, without topics of which nothing does. */
    public ObservableList<StartSection> sections() {
        return sectionsSeen;
    }

    /** The lessons that come with the program; none where there are none. */
    public ObservableList<Lesson> lessons() {
        return lessonsSeen;
    }

    /** Reads what there is, the first time. */
    public void show() {
        if (!asked) {
            asked = true;
            lane.add(new BackgroundTask<>(text("start.the-samples-cannot-be-listed"), _ -> read(), this::have));
        }
    }

    private record Read(List<StartSection> sections, List<Lesson> lessons) {}

    private static Read read() {
        List<StartSection> read = new ArrayList<>();
        for (StartTopic topic : StartTopic.ALL) {
            read.add(new StartSection(
                    topic.title(),
                    topic.files().stream()
                            .map(StartModel::entry)
                            .flatMap(Optional::stream)
                            .toList()));
        }
        return new Read(read, Samples.lessons());
    }

    private static Optional<StartEntry> entry(String file) {
        return Samples.named(file)
                .map(topology -> new StartEntry(
                        file,
                        topology,
                        Samples.text(file.replace(".json", ".md")).orElse("")));
    }

    private void have(Read read) {
        all = read.sections();
        lessons.setAll(read.lessons());
        select();
    }

    private void select() {
        String words = filter.get().strip().toLowerCase(Locale.ROOT);
        sections.setAll(all.stream()
                .map(section -> new StartSection(
                        section.title(),
                        section.title().toLowerCase(Locale.ROOT).contains(words)
                                ? section.entries()
                                : section.entries().stream()
                                        .filter(entry -> entry.has(words))
                                        .toList()))
                .filter(section -> !section.entries().isEmpty())
                .toList());
    }
}
