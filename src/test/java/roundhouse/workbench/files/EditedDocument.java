package roundhouse.workbench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.document.Document;

/** A document with its files in a directory of their own; what is changed of it is kept when the test says that time has passed. */
abstract class EditedDocument {
    @TempDir
    Path directory;

    final Document document = new Document();
    final Notices notices = new Notices();
    final FakePrompts prompts = new FakePrompts();
    final List<Runnable> delayed = new ArrayList<>();
    final AtomicLong clock = new AtomicLong();
    RecentFiles recent;
    Autosave autosave;
    DocumentFiles files;

    @BeforeEach
    void build() {
        recent = new RecentFiles(Preferences.in(directory.resolve("settings.properties")));
        Autosave.Delay delay = new Autosave.Delay() {
            @Override
            public void restart(Runnable task) {
                delayed.clear();
                delayed.add(task);
            }

            @Override
            public void cancel() {
                delayed.clear();
            }
        };
        autosave = new Autosave(document, directory.resolve("state"), delay, clock::get, (copy, e) -> {
            throw new AssertionError(copy.toString(), e);
        });
        files = new DocumentFiles(document, recent, autosave, prompts, notices);
    }

    Path file(String name, String topology) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        TopologyFile.write(Topology.EMPTY.named(topology, ""), file);
        return file;
    }

    void change(String name) {
        document.edit("Rename", document.topology().named(name, ""));
    }

    static String nameIn(Path file) {
        return ((ReadResult.Read) TopologyFile.read(file)).topology().name();
    }
}
