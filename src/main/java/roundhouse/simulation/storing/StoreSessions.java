package roundhouse.simulation.storing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.storage.replication.ClientSession;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;
import roundhouse.topology.stores.SessionRule;
import roundhouse.topology.stores.StalenessBound;
import roundhouse.topology.stores.Store;

/** What each user of a store has seen, and the rule by which reads are answered for it. */
final class StoreSessions {
    private final @Nullable SessionRule promised;
    private final ReadRule rule;
    private final Map<String, ClientSession> sessions = new LinkedHashMap<>();

    StoreSessions(Store store) {
        promised = store.sessions();
        rule = rule(store.sessions(), store.staleness());
    }

    private static ReadRule rule(@Nullable SessionRule sessions, @Nullable StalenessBound bound) {
        ReadRule rule = ReadRule.USUAL;
        if (sessions != null) {
            rule = new ReadRule(
                    switch (sessions.whenBehind()) {
                        case WAIT -> WhenBehind.WAIT;
                        case FORWARD -> WhenBehind.FORWARD;
                        case REFUSE -> WhenBehind.REFUSE;
                    },
                    DurationSampler.nanos(sessions.patience()),
                    ReadRule.UNBOUNDED,
                    ReadRule.UNBOUNDED);
        }
        if (bound != null && bound.versions() != null) {
            rule = rule.withVersions(bound.versions());
        }
        return bound == null || bound.age() == null ? rule : rule.withAge(DurationSampler.nanos(bound.age()));
    }

    /** The request as that user makes it. */
    StoreRequest of(String user, StoreRequest request) {
        StoreRequest ruled = request.isWrite() ? request : request.by(rule);
        return promised == null ? ruled : ruled.after(session(user, promised).seen(request.key()));
    }

    /** The user's request was answered. */
    void told(String user, StoreRequest request, StoreResult result, Found found) {
        if (promised != null) {
            session(user, promised).told(request, result, found);
        }
    }

    private ClientSession session(String user, SessionRule promise) {
        return sessions.computeIfAbsent(
                user, _ -> new ClientSession(promise.readYourWrites(), promise.monotonicReads()));
    }
}
