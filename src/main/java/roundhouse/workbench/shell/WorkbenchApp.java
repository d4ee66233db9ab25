package roundhouse.workbench.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import roundhouse.files.StateDirectory;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.files.Samples;
import roundhouse.workbench.remembering.Folders;

/** The desktop program. */
public final class WorkbenchApp extends Application {
    private static final String FIRST_SAMPLE = "three-servers.json";

    /** Opens the window on a file, or on the first sample, and returns when it was closed. */
    public static void open(@Nullable Path file) {
        launch(WorkbenchApp.class, file == null ? new String[0] : new String[] {file.toString()});
    }

    @Override
    public void start(Stage stage) {
        Path state = StateDirectory.ofUser();
        Session session = Session.begin(state);
        Thread.setDefaultUncaughtExceptionHandler(session.failures());
        Preferences settings = Preferences.in(state.resolve("settings.properties"));
        WorkbenchWindow window =
                new WorkbenchWindow(stage, session, settings, state, new DialogPrompts(stage, new Folders(settings)));
        stage.show();
        List<String> given = getParameters().getUnnamed();
        if (!given.isEmpty()) {
            window.files().open(Path.of(given.getFirst()));
        } else if (!window.files().recoverLeft()) {
            openFirstSample(window);
            window.welcome();
        }
    }

    private static void openFirstSample(WorkbenchWindow window) {
        Path beside = Path.of("samples", FIRST_SAMPLE);
        if (Files.isRegularFile(beside)) {
            window.files().open(beside);
        } else {
            Samples.named(FIRST_SAMPLE).ifPresent(window.files()::openUntitled);
        }
    }
}
