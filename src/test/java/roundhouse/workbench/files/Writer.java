package roundhouse.workbench.files;

import java.nio.file.Path;
import roundhouse.files.FailureReport;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.document.Document;

/** Someone who edits, without a window: each change is kept at once. */
final class Writer {
    final Document document = new Document();
    final Notices notices = new Notices();
    final FakePrompts prompts = new FakePrompts();
    final DocumentFiles files;

    /** @param state the directory of what the program remembers */
    Writer(Path state) {
        Autosave.Delay atOnce = new Autosave.Delay() {
            @Override
            public void restart(Runnable task) {
                task.run();
            }

            @Override
            public void cancel() {}
        };
        Autosave autosave = new Autosave(
                document,
                state,
                atOnce,
                System::nanoTime,
                (_, e) -> notices.tell(Notice.problem("not kept: " + FailureReport.reason(e))));
        files = new DocumentFiles(
                document,
                new RecentFiles(Preferences.in(state.resolve("settings.properties"))),
                autosave,
                prompts,
                notices);
    }

    /** Gives the document that name, and a description of that many characters. */
    void call(String name, int length) {
        document.edit("Rename", document.topology().named(name, "x".repeat(length)));
    }
}
