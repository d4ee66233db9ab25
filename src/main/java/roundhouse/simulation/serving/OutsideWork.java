package roundhouse.simulation.serving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.CallFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.serving.DataWait.Progress;
import roundhouse.topology.nodes.Server;

/**
 * What a server asks of others for its requests once it has served them itself: their data first, then its calls. A server of which no
 * data is said has it in itself.
 */
final class OutsideWork implements OutgoingCalls.Caller, DataAccess.Caller, NodeComponent.Asking {
    /** What becomes of a request. */
    interface Listener {
        /** A request that was served waits from now on. */
        void waits();

        /** One that waited does not wait any more, whatever comes next. */
        void goesOn();

        /** A request has all it waited for, or fails for want of it. */
        void answered(Attempt request, boolean well);
    }

    private final RunContext context;
    private final NodeComponent server;
    private final OutgoingLinks links;
    private final Listener listener;
    /** Null as long as it never called anybody. */
    private @Nullable OutgoingCalls calls;
    /** Null as long as its data was never elsewhere. */
    private @Nullable DataAccess data;
    /** Its data is elsewhere. */
    private boolean asks;

    OutsideWork(RunContext context, NodeComponent server, OutgoingLinks links, Listener listener) {
        this.context = context;
        this.server = server;
        this.links = links;
        this.listener = listener;
    }

    void become(Server spec) {
        if (calls == null && !spec.calls().isEmpty()) {
            calls = new OutgoingCalls(context, server, links, this);
        }
        if (calls != null) {
            calls.become(spec.calls());
        }
        asks = spec.data() != null;
        if (spec.data() != null) {
            if (data == null) {
                data = new DataAccess(context, server, links, this);
            }
            data.become(spec.data(), spec.cache());
        }
    }

    /** Its links are other ones. */
    void linked() {
        if (data != null) {
            data.linked();
        }
    }

    /** A request was served here. */
    Progress begin(Attempt request) {
        DataAccess its = data;
        if (its != null && asks) {
            Progress progress = its.begin(request);
            if (progress != Progress.HAS_IT) {
                if (progress == Progress.WAITS) {
                    listener.waits();
                }
                return progress;
            }
        } else if (context.data.isOn()) {
            bringOwn(request);
        }
        return calls != null && calls.begin(request) ? Progress.WAITS : Progress.HAS_IT;
    }

    /** Its data is in itself: what is read is the newest, and what is written is written. */
    private void bringOwn(Attempt request) {
        long stamp = request.read
                ? context.versions.newest(KeyVersions.OF_SERVERS, request.key())
                : context.versions.write(
                        KeyVersions.OF_SERVERS, request.key(), context.kernel.nowNanos(), request.request);
        if (!request.read) {
            context.wrote(request, stamp, server);
        }
        request.data().bring(stamp, KeyVersions.FRESH, server);
    }

    @Override
    public void dataCame(Attempt request, boolean well) {
        if (well && calls != null && calls.begin(request)) {
            listener.goesOn();
        } else {
            listener.answered(request, well);
        }
    }

    @Override
    public void waits() {
        listener.waits();
    }

    @Override
    public void answered(Attempt request, boolean well) {
        listener.answered(request, well);
    }

    /** A call that began here has come back. */
    void replied(Attempt attempt, long nanos) {
        if (calls != null) {
            calls.replied(attempt, nanos);
        }
    }

    /** A call that began here is lost. */
    void lost(Attempt attempt) {
        if (calls != null) {
            calls.lost(attempt);
        }
    }

    /** The server works again after a pause. */
    void resumed() {
        if (calls != null) {
            calls.resumed();
        }
    }

    /** The server crashes. */
    void forget() {
        if (data != null) {
            data.forget();
        }
        if (calls != null) {
            calls.forget();
        }
    }

    @Override
    public Map<String, CallFigures> calls() {
        Map<String, CallFigures> called = calls == null ? Map.of() : calls.figures();
        Map<String, CallFigures> asked =
                data == null ? Map.of() : data.breaker().figures();
        if (called.isEmpty() || asked.isEmpty()) {
            return asked.isEmpty() ? called : asked;
        }
        Map<String, CallFigures> both = new LinkedHashMap<>(called);
        both.putAll(asked);
        return both;
    }

    @Override
    public @Nullable CacheFigures cache() {
        return data == null || (data.own() == null && data.figures().lookups() == 0) ? null : data.figures();
    }

    @Override
    public void addCaches(List<KeptCache> caches) {
        if (data != null && data.own() != null) {
            caches.add(data.own().commands());
        }
    }

    @Override
    public byte targetState(LinkComponent link) {
        byte asked = data == null ? TargetState.IN_USE : data.breaker().state(link);
        return asked != TargetState.IN_USE || calls == null
                ? asked
                : calls.rules().state(link);
    }

    @Override
    public long targetSinceNanos(LinkComponent link) {
        long asked = data == null ? 0 : data.breaker().sinceNanos(link);
        return asked != 0 || calls == null ? asked : calls.rules().sinceNanos(link);
    }
}
