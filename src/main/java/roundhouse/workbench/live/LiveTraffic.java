package roundhouse.workbench.live;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import roundhouse.files.FailureReport;
import roundhouse.live.LiveSettings;
import roundhouse.live.LiveSystem;
import roundhouse.live.NotLive;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.ShownTraffic;

/**
 * Real requests to the document's topology, shown in place of its simulation. A port is opened by {@link #start} only, which a person asks
 * for; opening another document and closing the window end it. Used on the screen's thread.
 */
public final class LiveTraffic implements AutoCloseable {
    private final Playback playback;
    private final Notices notices;
    private final Executor screen;
    private final WorkLane lane;
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper(this, "address", "");
    private @Nullable LiveSystem system;
    private boolean closed;
    /** Counts what was asked for, so that what has started too late is not shown. */
    private int turn;

    private boolean starting;

    /** @param screen runs what it is given on the screen's thread */
    public LiveTraffic(Playback playback, Notices notices, BackgroundWork background, Executor screen) {
        this.playback = playback;
        this.notices = notices;
        this.screen = screen;
        lane = background.lane("live", text("live.live-traffic"));
        playback.document().onOpened(this::stop);
    }

    /** Where requests come in, {@code http://127.0.0.1:8080}; of several clients the first; empty while there is no live traffic. */
    public ReadOnlyStringProperty addressProperty() {
        return address.getReadOnlyProperty();
    }

    /** What is asked before a port is opened: where it will be, who can reach it, and in a line each what is not as in the file. */
    public List<String> terms() {
        return NotLive.of(playback.document().topology());
    }

    /** The address of this machine that ports are opened at. */
    public static String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    /** Starts the servers and opens a free port of loopback for each clients node. Does nothing while there is live traffic. */
    public void start() {
        if (system != null || starting || closed) {
            return;
        }
        Topology topology = playback.document().topology();
        starting = true;
        int asked = ++turn;
        lane.add(new BackgroundTask<>(
                text("live.live-traffic-could-not-be"),
                _ -> LiveSystem.start(topology, LiveSettings.loopback(0), this::broke),
                started -> started(asked, started),
                _ -> starting = false));
    }

    private void started(int asked, LiveSystem started) {
        starting = false;
        if (asked != turn || closed) {
            end(started);
            return;
        }
        system = started;
        playback.live(new ShownTraffic() {
            @Override
            public void look(Consumer<Run> look) {
                started.look(look);
            }

            @Override
            public void apply(Command command) {
                started.apply(command);
            }
        });
        address.set("http://" + host() + ":" + started.ports().firstEntry().getValue());
    }

    /** Closes the ports, shows the simulation again as it was, and tells how the picks compare. */
    public void stop() {
        turn++;
        LiveSystem stopped = leave();
        if (stopped != null) {
            lane.add(new BackgroundTask<>(
                    text("live.live-traffic-did-not-end"),
                    _ -> {
                        stopped.close();
                        return stopped.compare();
                    },
                    picks -> notices.tell(Notice.hint(text(
                            "live.live-traffic-has-stopped-the",
                            FigureText.count(picks.equal()),
                            FigureText.count(picks.live()),
                            picks.first().isEmpty() ? "." : "; " + text("live.first-that-differs", picks.first()))))));
        }
    }

    private @Nullable LiveSystem leave() {
        LiveSystem left = system;
        system = null;
        if (left != null) {
            playback.live(null);
            address.set("");
        }
        return left;
    }

    /** The run threw that: on a thread of the traffic. */
    private void broke(Throwable error) {
        screen.execute(() -> {
            stop();
            notices.tell(Notice.problem(text("live.live-traffic-has-stopped", FailureReport.reason(error))));
        });
    }

    /** Closes the ports and waits for it. */
    @Override
    public void close() {
        closed = true;
        LiveSystem left = leave();
        if (left != null) {
            end(left);
        }
    }

    private static void end(LiveSystem system) {
        try {
            system.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the ports of live traffic did not close", e);
        }
    }
}
