package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import roundhouse.files.FailureReport;
import roundhouse.lessons.Lesson;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.access.FocusByKeys;
import roundhouse.workbench.access.ReachActions;
import roundhouse.workbench.caches.CacheView;
import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.compare.CompareView;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.LoneCacheHints;
import roundhouse.workbench.files.Autosave;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.files.FileWatch;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.files.RecentFiles;
import roundhouse.workbench.files.Samples;
import roundhouse.workbench.inspector.InspectorView;
import roundhouse.workbench.live.LiveBar;
import roundhouse.workbench.live.LiveTraffic;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.PlaybackPanel;
import roundhouse.workbench.playback.TransportBar;
import roundhouse.workbench.playback.charts.sheets.ChartExport;
import roundhouse.workbench.remembering.Folders;
import roundhouse.workbench.remembering.RememberedSwitch;
import roundhouse.workbench.remembering.Theme;
import roundhouse.workbench.ring.RingView;
import roundhouse.workbench.shell.exporting.ConfigurationExport;
import roundhouse.workbench.shell.exporting.FilmExport;
import roundhouse.workbench.shell.exporting.PageExport;
import roundhouse.workbench.shell.exporting.PictureExport;
import roundhouse.workbench.shell.exporting.RequestsExport;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;
import roundhouse.workbench.shell.finding.Finds;
import roundhouse.workbench.shell.showing.FollowSide;
import roundhouse.workbench.shell.showing.Presenter;
import roundhouse.workbench.shell.showing.TabActions;
import roundhouse.workbench.shell.showing.WindowFrame;
import roundhouse.workbench.shell.showing.ZoomSlider;
import roundhouse.workbench.shell.side.CacheSide;
import roundhouse.workbench.shell.side.ChecklistSide;
import roundhouse.workbench.shell.side.InspectorSide;
import roundhouse.workbench.shell.side.RequestsSide;
import roundhouse.workbench.shell.side.SideTabs;
import roundhouse.workbench.shell.side.StoreSide;
import roundhouse.workbench.start.HintsModel;
import roundhouse.workbench.status.StatusLine;
import roundhouse.workbench.stores.StoreView;
import roundhouse.workbench.sweeping.SweepPages;
import roundhouse.workbench.tradeoffs.DecisionDialog;
import roundhouse.workbench.why.OriginModel;
import roundhouse.workbench.why.RequestModel;
import roundhouse.workbench.why.RequestsView;

/** One window around one session: makes the parts and joins them. Closing it ends all of them. */
public final class WorkbenchWindow {
    private static final Duration AUTOSAVE_AFTER = Duration.millis(300);

    private final Stage stage;
    private final Document document;
    private final Playback playback;
    private final Actions actions;
    private final Notices notices;
    private final Theme theme;
    /** Whether motion is reduced whatever the desktop says. */
    private final BooleanProperty still = new SimpleBooleanProperty(this, "still", false);

    private final RecentFiles recent;
    private final DocumentFiles files;
    private final WatchedFile watched;
    private final CanvasView canvas;
    private final PictureExport picture;
    private final RequestModel requests;
    private final RequestsExport requestsExport;
    private final FilmExport film;
    private final PageExport page;
    private final ConfigurationExport configurations;
    private final RunFiles runs;
    private final CompareView compare;
    private final OriginPop origins;
    private final BackgroundWork background;
    private final LiveTraffic live;
    private final HintsModel hints;

    /**
     * @param session what the window shows
     * @param state where documents without a file are kept from loss
     * @param prompts asks what has to be asked
     */
    public WorkbenchWindow(Stage stage, Session session, Preferences settings, Path state, Prompts prompts) {
        this.stage = stage;
        document = session.document();
        playback = session.playback();
        actions = session.actions();
        notices = session.notices();
        background = new BackgroundWork(Platform::runLater, session.failures());
        settings.onProblem(problem -> notices.tell(Notice.problem(problem)));
        LoneCacheHints.follow(document, notices);
        theme = new Theme(settings);
        RememberedSwitch.follow(still, settings, "reduced-motion");
        recent = new RecentFiles(settings);
        Autosave autosave = new Autosave(
                document,
                state,
                new PausedDelay(AUTOSAVE_AFTER),
                System::nanoTime,
                (copy, e) -> notices.tell(
                        Notice.problem(text("shell.unsaved-changes-cannot-be-kept", copy, FailureReport.reason(e)))));
        files = new DocumentFiles(document, recent, autosave, prompts, notices);
        watched = new WatchedFile(new FileWatch(document, files, background.lane("file-watch")));
        canvas = new CanvasView(document);
        RememberedSwitch.follow(canvas.minimapProperty(), settings, "minimap");
        picture = new PictureExport(document, canvas, theme, prompts, notices, session.failures());
        requests = new RequestModel(playback, background);
        requestsExport = new RequestsExport(playback, prompts, notices, background);
        film = new FilmExport(playback, picture::size, prompts, notices, background);
        configurations = new ConfigurationExport(document, prompts, notices, background);
        page = new PageExport(playback, prompts, notices, background);
        runs = new RunFiles(document, files, playback, prompts, notices, background);
        origins =
                new OriginPop(new OriginModel(playback, background.lane("origins", text("shell.measuring-a-figure"))));
        compare = new CompareView(playback, new ComparedFiles(document, recent, runs), background, origins);
        document.onOpened(() -> {
            if (!document.topology().nodes().isEmpty()) {
                playback.followsProperty().set(true);
                playback.play();
            }
        });
        live = new LiveTraffic(playback, notices, background, Platform::runLater);
        register(prompts);
        hints = build(settings, prompts, session.failures());
    }

    public DocumentFiles files() {
        return files;
    }

    /** Welcomes whoever has not seen the program and said that they need no hints. */
    public void welcome() {
        hints.welcome();
    }

    private void register(Prompts prompts) {
        HistoryFiles histories = new HistoryFiles(document, prompts, background, stage);
        FileActions.register(
                actions, files, picture, film, page, requestsExport, configurations, runs, histories, this::leave);
        EditActions.register(actions, document, canvas.actions(), stage);
        RunActions.register(actions, playback, live, stage);
        BreakActions.register(actions, document, canvas.faults(), canvas.cutToolProperty(), notices);
        ViewActions.register(actions, canvas.actions(), canvas.minimapProperty(), theme, still, stage);
        WorkLane claims = background.lane("claims", text("shell.measuring-claims-about-stores"));
        actions.add(Action.of(
                "help.claims",
                Action.Group.HELP,
                text("shell.stores-claimed-and-measured"),
                () -> DecisionDialog.show(claims, Samples::named, files::openUntitled, stage)));
    }

    private HintsModel build(Preferences settings, Prompts prompts, Failures failures) {
        WorkbenchView view = new WorkbenchView(settings);
        canvas.asks(origins);
        PlaybackPanel panel = new PlaybackPanel(playback);
        panel.asks(origins);
        view.place(canvas, new TransportBar(playback), new LiveBar(live, playback), panel);
        panel.futuresHeight().subscribe(more -> view.splits().bottomNeeds(more.doubleValue()));
        panel.export(new ChartExport(document, prompts, notices, failures));
        requestsExport.of(panel::stretch);
        film.of(panel::stretch);
        SideTabs side = view.side();
        Runnable showDesign = () -> view.views().showDesign();
        InspectorView inspector =
                InspectorSide.install(side, document, playback, background, origins, showDesign, actions);
        CacheView opened = CacheSide.install(side, canvas, document, playback, background);
        StoreView stores = StoreSide.install(side, document, playback, background, origins, stage);
        RequestsView asking =
                RequestsSide.install(side, requests, document, canvas, playback, panel, showDesign, actions);
        side.fill(asking, opened, stores);
        view.belowCanvas(FollowSide.install(playback, canvas, requests, actions));
        RingView ring = new RingView(document, notices, playback::command, new Folders(settings), background);
        SweepPages sweep = new SweepPages(document, background, (name, design) -> {
            document.edit(text("shell.run", name), design);
            playback.restart();
            view.views().showDesign();
        });
        view.views(ring, compare, sweep);
        ViewSwitch tabs = view.views();
        TabActions.register(
                actions,
                new TabActions.Tabs(tabs::showDesign, tabs::showRing, tabs::showCompare, tabs::showSweep),
                canvas,
                sweep,
                compare);
        Presenter presenter = Presenter.install(view, canvas, actions);
        Presenter.trails(canvas, settings, still, actions);
        ReachActions.register(
                actions,
                view::panes,
                () -> {
                    view.views().showDesign();
                    panel.listen();
                },
                view.splits(),
                stage);
        ChecklistSide.install(side, document, background, showDesign, actions);
        Consumer<Lesson> learn = LearnSide.install(
                new LearnSide.Parts(view, document, files, playback, canvas, prompts, background),
                actions,
                settings,
                notices,
                stage);
        files.onLesson(learn);
        HintsModel shown = StartSide.install(
                view, canvas, playback, files, recent, learn, settings, theme, background, actions, stage);
        AddActions.register(
                actions,
                kind -> {
                    view.views().showDesign();
                    canvas.placeByKey(kind);
                },
                () -> {
                    view.views().showDesign();
                    canvas.placeStore();
                });
        actions.alsoFind(new Finds(document, files, canvas, inspector, showDesign, side::showInspector)::all);
        view.palette()
                .fill(
                        canvas::place,
                        canvas::placeStore,
                        BreakActions.first().stream().map(actions::get).toList());
        view.follow(document, files, notices, actions.get("help.find"));
        ProblemsButton.follow(view.problems(), document);
        StatusLine.follow(view.status(), document, background);
        view.inStatusLine(new ZoomSlider(canvas, actions));
        List<Menu> menus = Menus.of(actions);
        menus.getFirst().getItems().addAll(2, List.of(Menus.recent(recent, files), Menus.samples(files)));
        menus.get(1).getItems().add(Menus.history(document));
        view.menu().getItems().setAll(menus);

        WindowFrame window = new WindowFrame(stage, settings);
        Scene scene = window.scene(view.root());
        theme.apply(scene);
        still.subscribe(reduced -> scene.getPreferences().setReducedMotion(reduced ? true : null));
        FocusByKeys.install(scene);
        WindowKeys.install(actions, scene, canvas.actions()::say);
        presenter.in(scene);
        window.show(scene, document, files);
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, event -> {
            event.consume();
            leave();
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> close());
        // Else the button of the menu, being the first, would have the focus and show it.
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> view.goOnInView());
        watched.begin(stage);
        view.splits().divide(scene.getWidth(), scene.getHeight());
        window.remember();
        playback.onFrame(frame -> {
            canvas.show(frame);
            inspector.show(frame);
            asking.show(frame);
            opened.show(frame);
            ring.show(frame);
            picture.show(frame);
        });
        playback.playingProperty().subscribe(_ -> showSpeed());
        playback.speedProperty().subscribe(_ -> showSpeed());
        playback.liveProperty().subscribe(_ -> showSpeed());
        return shown;
    }

    private void showSpeed() {
        double speed =
                playback.playingProperty().get() ? playback.speedProperty().get() : 0;
        canvas.setSpeed(playback.liveProperty().get() ? 1 : speed);
        playback.again();
    }

    private void leave() {
        if (OwnedWindows.mayLeave(stage) && files.mayLeave()) {
            stage.hide();
        }
    }

    private void close() {
        watched.end();
        live.close();
        background.close();
        playback.close();
        theme.close();
    }
}
