package roundhouse.workbench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.SampleFiles;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.HeldWork;
import roundhouse.workbench.Notice;

/** What the start page offers, and what of it matches. */
class StartModelTest {
    @TempDir
    private Path state;

    private final HeldWork work = new HeldWork();
    private final List<Notice> notices = new ArrayList<>();
    private BackgroundWork background;
    private StartModel model;

    @BeforeEach
    void open() {
        background = new BackgroundWork(Runnable::run, new Failures(state, Runnable::run, notices::add), _ -> work);
        model = new StartModel(background.lane("start"));
    }

    @AfterEach
    void close() {
        background.close();
        assertThat(notices).isEmpty();
    }

    private void show() {
        model.show();
        work.runAll();
    }

    private List<String> files() {
        return model.sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(StartEntry::file)
                .toList();
    }

    @Test
    void everySampleAndTemplateIsInOneTopic() throws IOException {
        show();
        List<String> there = new ArrayList<>(SampleFiles.all().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList());
        try (Stream<Path> templates = Files.list(Path.of("samples/templates"))) {
            templates
                    .map(file -> "templates/" + file.getFileName())
                    .filter(file -> file.endsWith(".json"))
                    .forEach(there::add);
        }
        assertThat(files()).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void theFirstAreTheWellKnownEachWithWhatToTry() {
        show();
        StartSection first = model.sections().getFirst();
        assertThat(first.title()).isEqualTo("Well-known architectures");
        assertThat(first.entries())
                .hasSize(8)
                .allSatisfy(entry -> assertThat(entry.toTry().lines())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .allSatisfy(line -> assertThat(line).startsWith("- ")));
    }

    @Test
    void isReadOnceAndNotBeforeItIsShown() {
        assertThat(work.size()).isZero();
        model.show();
        model.show();
        assertThat(work.size()).isEqualTo(1);
        assertThat(model.sections()).isEmpty();
    }

    @Test
    void wordsInTitleOrDescriptionSelect() {
        show();
        int all = files().size();
        model.filterProperty().set("BUDGET retry");
        assertThat(files()).contains("retry-budget.json").doesNotContain("three-servers.json");
        assertThat(model.sections())
                .allSatisfy(section -> assertThat(section.entries()).isNotEmpty());
        model.filterProperty().set("sessions and state");
        assertThat(model.sections())
                .singleElement()
                .satisfies(section -> assertThat(section.entries()).hasSize(3));
        model.filterProperty().set("no such thing anywhere");
        assertThat(model.sections()).isEmpty();
        model.filterProperty().set(" ");
        assertThat(files()).hasSize(all);
    }

    @Test
    void aPictureShowsWhatBreaksWhereSomethingSoonDoes() {
        show();
        assertThat(moment("three-servers.json")).isEqualTo(23);
        assertThat(moment("four-balancers.json")).isEqualTo(8);
        assertThat(moment("dns-failover-and-ttl.json")).as("breaks too late").isEqualTo(8);
    }

    private long moment(String file) {
        return model.sections().stream()
                        .flatMap(section -> section.entries().stream())
                        .filter(entry -> entry.file().equals(file))
                        .findFirst()
                        .orElseThrow()
                        .momentNanos()
                / 1_000_000_000;
    }
}
