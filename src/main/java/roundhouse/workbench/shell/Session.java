package roundhouse.workbench.shell;

import java.nio.file.Path;
import javafx.application.Platform;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Notices;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.shell.finding.Actions;

/**
 * One document at work, with or without a window around it.
 *
 * @param document what is edited
 * @param playback the run of it
 * @param actions all that can be done, as far as somebody added it
 * @param notices what people are told
 * @param failures where whatever breaks is told
 */
public record Session(Document document, Playback playback, Actions actions, Notices notices, Failures failures) {
    /**
     * An empty document, not running.
     *
     * @param state where failures are written down
     */
    public static Session begin(Path state) {
        Document document = new Document();
        Notices notices = new Notices();
        Failures failures = new Failures(state, Platform::runLater, notices::tell);
        return new Session(document, new Playback(document, failures), new Actions(), notices, failures);
    }
}
