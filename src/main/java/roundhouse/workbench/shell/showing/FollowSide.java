package roundhouse.workbench.shell.showing;

import static roundhouse.workbench.shell.finding.Action.Group.RUN;
import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.topology.Topology;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.ReducedMotion;
import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.following.FollowBar;
import roundhouse.workbench.following.FollowModel;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;
import roundhouse.workbench.why.RequestModel;

/** Follows the request that is asked about, or the newest under way, and steps through its pick. */
public final class FollowSide {
    /** How much of the way to what is to be seen the canvas goes with each pulse. */
    private static final double GLIDE = 0.12;

    private static final String NOBODY = text("shell.nobody-is-followed-j-follows");

    /** What is done with the life of the request once it is known. */
    private enum Then {
        NOTHING,
        FOLLOW,
        PICK
    }

    private final Playback playback;
    private final CanvasView canvas;
    private final RequestModel requests;
    private final FollowModel model;
    private final FollowBar bar;
    private Then then = Then.NOTHING;
    private long newest;
    private Topology topology = Topology.EMPTY;
    private List<Run.Entry> commands = List.of();

    private FollowSide(Playback playback, CanvasView canvas, RequestModel requests) {
        this.playback = playback;
        this.canvas = canvas;
        this.requests = requests;
        model = new FollowModel(this::moveTo, canvas::following);
        bar = new FollowBar(model, () -> canvas.keepInSight(ReducedMotion.in(canvas) ? 1 : GLIDE));
        requests.traceProperty().subscribe(this::known);
        requests.problemProperty().subscribe(problem -> {
            if (!problem.isEmpty() && then != Then.NOTHING) {
                then = Then.NOTHING;
                canvas.actions().say(problem);
            }
        });
        requests.numberProperty().subscribe((_, _) -> model.close());
        playback.playingProperty().subscribe(playing -> {
            if (playing) {
                model.stay();
            }
        });
        playback.commandsProperty().subscribe(log -> {
            if (model.isOn() && !log.equals(commands)) {
                ask(requests.numberProperty().get());
            }
        });
        playback.onFrame(this::show);
    }

    /** @return what tells the stages, for below the canvas */
    public static FollowBar install(Playback playback, CanvasView canvas, RequestModel requests, Actions actions) {
        FollowSide side = new FollowSide(playback, canvas, requests);
        side.register(actions);
        return side.bar;
    }

    private void register(Actions actions) {
        BooleanBinding on = Bindings.createBooleanBinding(model::isOn, model.indexProperty());
        Action follow = Action.of(
                        "run.follow-request", RUN, text("shell.follow-a-request"), () -> begin(Then.FOLLOW), "J")
                .titled(Bindings.when(on)
                        .then(text("shell.follow-it-no-more"))
                        .otherwise(text("shell.follow-a-request")))
                .found(text("shell.track-narrate-story-stages-journey"));
        Action pick = Action.of("run.pick", RUN, text("shell.step-through-a-pick"), () -> begin(Then.PICK), "Shift+J")
                .found(text("shell.slow-motion-scores-candidates-balancer"));
        Action next = Action.of("run.next-stage", RUN, text("shell.next-stage"), model::next, "K")
                .when(on, NOBODY);
        Action previous = Action.of("run.previous-stage", RUN, text("shell.previous-stage"), model::previous, "Shift+K")
                .when(on, NOBODY);
        Action stay = Action.of(
                        "run.stages", RUN, text("shell.go-through-the-stages-or"), model::toggle, "Shift+Period")
                .when(on, NOBODY);
        actions.add(follow, pick, next, previous, stay);
        bar.does(does(previous), does(stay), does(next), does(follow));
    }

    private static FollowBar.Does does(Action action) {
        return new FollowBar.Does(
                action.id().equals("run.follow-request") ? text("shell.follow-it-no-more-j") : action.hint(),
                action::run);
    }

    private boolean isReduced() {
        return ReducedMotion.in(canvas);
    }

    private void moveTo(long timeNanos) {
        if (playback.playingProperty().get()) {
            playback.pause();
        }
        playback.seek(timeNanos);
    }

    private void show(Frame frame) {
        topology = frame.topology;
        newest = IntStream.range(0, frame.hops)
                .filter(hop -> frame.kind[hop] == HopKind.REQUEST && frame.number[hop] != 0)
                .mapToLong(hop -> frame.number[hop])
                .max()
                .orElse(newest);
        model.reached(frame.timeNanos);
    }

    private void begin(Then what) {
        if (model.isOn()) {
            if (what == Then.FOLLOW) {
                model.close();
            } else {
                pick();
            }
            return;
        }
        long asked = requests.numberProperty().get();
        if (asked == 0 && newest == 0) {
            canvas.actions().say(text("shell.there-is-no-request-yet"));
            return;
        }
        playback.pause();
        then = what;
        Trace trace = requests.traceProperty().get();
        if (asked == 0) {
            ask(newest);
        } else if (trace == null) {
            ask(asked);
        } else {
            known(trace);
        }
    }

    private void ask(long request) {
        commands = playback.commandsProperty().get();
        requests.ask(request);
    }

    private void known(@Nullable Trace trace) {
        if (trace == null) {
            return;
        }
        Then now = then;
        then = Then.NOTHING;
        if (now == Then.NOTHING) {
            if (model.isOn()) {
                model.changed(trace, topology, playback.document().known()::title);
            }
            return;
        }
        commands = playback.commandsProperty().get();
        model.follow(trace, topology, playback.document().known()::title, isReduced());
        bar.title(text("shell.request", FigureText.count(trace.number())));
        if (now == Then.PICK) {
            pick();
        }
    }

    private void pick() {
        if (!model.goToPick()) {
            canvas.actions().say(text("shell.no-balancer-compares-targets-for"));
        }
    }
}
