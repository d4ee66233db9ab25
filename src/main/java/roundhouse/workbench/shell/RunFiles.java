package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.ReplayCheck;
import roundhouse.analysis.ReplayVerdict;
import roundhouse.analysis.RunRecorder;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.SavedRun;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Job;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.compare.several.ComparedFile;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.history.Future;

/** Saves the run that is played and opens saved ones. What has to be replayed for that is replayed in the background. */
final class RunFiles {
    private final Document document;
    private final DocumentFiles files;
    private final Playback playback;
    private final Prompts prompts;
    private final Notices notices;
    private final WorkLane saving;
    private final WorkLane checking;

    RunFiles(
            Document document,
            DocumentFiles files,
            Playback playback,
            Prompts prompts,
            Notices notices,
            BackgroundWork background) {
        this.document = document;
        this.files = files;
        this.playback = playback;
        this.prompts = prompts;
        this.notices = notices;
        saving = background.lane("save-run", text("shell.saving-the-run"));
        checking = background.lane("check-run", text("shell.checking-that-the-run-replays"));
    }

    /** Asks for a file and saves the future that is played up to its furthest point. */
    void save() {
        Future future = playback.activeProperty().get();
        prompts.runToSave(document.fileProperty().get(), document.fileStem() + RunFile.EXTENSION)
                .ifPresent(file -> {
                    saving.add(new BackgroundTask<>(
                            text("shell.the-run-was-not-written", file),
                            job -> record(future, file, job),
                            written -> notices.tell(Notice.hint(text("shell.the-run-is-in", written)))));
                });
    }

    private static Path record(Future future, Path file, Job job) throws IOException {
        RunRecorder recorder = new RunRecorder(future.start(), future.commands(), future.furthestNanos());
        while (recorder.advance()) {
            job.check();
        }
        RunFile.write(recorder.finish(), file);
        return file;
    }

    /** Asks for a saved run and plays it, paused at its beginning. Says whether it comes out as it was recorded. */
    void open() {
        prompts.runToOpen(document.fileProperty().get()).ifPresent(this::open);
    }

    void open(Path file) {
        switch (RunFile.read(file)) {
            case RunFile.Result.Refused(List<Problem> problems) -> refuse(file, problems);
            case RunFile.Result.Read(SavedRun run) -> {
                if (files.mayLeave()) {
                    List<roundhouse.simulation.Run.Entry> log = RunRecorder.log(run);
                    Future future = new Future(0, "", run.start(), log, run.untilNanos());
                    document.open(future.topology(), null);
                    playback.open(run.start(), log, run.untilNanos());
                    checking.replace(new BackgroundTask<>(
                            text("shell.could-not-be-replayed-so", file.getFileName()),
                            job -> check(run, job),
                            verdict -> notices.tell(said(file, verdict))));
                }
            }
        }
    }

    private static ReplayVerdict check(SavedRun run, Job job) {
        ReplayCheck check = new ReplayCheck(run);
        while (check.advance()) {
            job.check();
        }
        return check.finish();
    }

    private static Notice said(Path file, ReplayVerdict verdict) {
        return switch (verdict) {
            case ReplayVerdict.Same _ -> Notice.hint(text("shell.replays-as-it-was-recorded", file.getFileName()));
            case ReplayVerdict.ReportDiffers _ ->
                Notice.problem(text("shell.replays-as-it-was-recorded-event", file.getFileName()));
            case ReplayVerdict.Differs differs ->
                Notice.problem(text(
                        "shell.does-not-replay-as-it", file.getFileName(), FigureText.sentence(differs.inWords())));
        };
    }

    /** Asks for something to compare with: a topology or a saved run. */
    Optional<ComparedFile> design() {
        return prompts.runToOpen(document.fileProperty().get()).flatMap(this::design);
    }

    /** Something to compare with: a topology or a saved run. */
    Optional<ComparedFile> design(Path file) {
        if (file.toString().endsWith(RunFile.EXTENSION)) {
            return switch (RunFile.read(file)) {
                case RunFile.Result.Read(SavedRun run) ->
                    Optional.of(new ComparedFile(
                            new ComparedDesign(named(file), run.start(), RunRecorder.log(run)), run.untilNanos()));
                case RunFile.Result.Refused(List<Problem> problems) -> refuse(file, problems);
            };
        }
        return switch (TopologyFile.read(file)) {
            case ReadResult.Read read ->
                Optional.of(new ComparedFile(
                        ComparedDesign.of(read.topology()).named(named(file)),
                        read.topology().duration().toNanos()));
            case ReadResult.Refused refused -> refuse(file, refused.problems());
        };
    }

    private static String named(Path file) {
        return String.valueOf(file.getFileName());
    }

    private <T> Optional<T> refuse(Path file, List<Problem> problems) {
        notices.tell(new Notice(
                Notice.Kind.PROBLEM,
                text("shell.was-not-opened", file.getFileName(), problems.getFirst()),
                problems.stream().skip(1).map(Problem::toString).toList()));
        return Optional.empty();
    }
}
