package roundhouse.workbench.shell.finding;

import java.util.Map;

/** Other words that people look for an action by. */
final class Words {
    private static final Map<String, String> OF = Map.ofEntries(
            Map.entry("file.picture", "screenshot image png svg drawing print"),
            Map.entry("file.copy-picture", "screenshot image clipboard"),
            Map.entry("file.film", "gif movie film video record"),
            Map.entry("file.report", "html web page charts print figures"),
            Map.entry("file.requests-otlp", "trace opentelemetry spans"),
            Map.entry("file.requests-chrome", "trace spans"),
            Map.entry("file.save-run", "record replay"),
            Map.entry("file.open-run", "record replay"),
            Map.entry("file.open-history", "linearizable consistency counter-example jepsen porcupine check"),
            Map.entry("edit.history", "changes steps back list undone"),
            Map.entry("edit.link", "connect join wire edge arrow"),
            Map.entry("edit.next-link", "wire edge arrow connection walk"),
            Map.entry("view.transcript", "listen read aloud screen reader happened log"),
            Map.entry("view.next-pane", "panel region part keyboard"),
            Map.entry("edit.tidy", "arrange layout align order clean up"),
            Map.entry("edit.duplicate", "clone copy again"),
            Map.entry("edit.delete", "remove"),
            Map.entry("edit.rename", "name label title"),
            Map.entry("add.clients", "users traffic load"),
            Map.entry("add.load-balancer", "proxy router lb"),
            Map.entry("add.server", "backend target machine host"),
            Map.entry("add.cdn", "content delivery network edge cloudfront fastly cache"),
            Map.entry("add.cache", "redis memcached caffeine ttl eviction lru"),
            Map.entry("add.database", "postgres mysql sql store db storage"),
            Map.entry(
                    "add.store",
                    "replicated replica replication raft consensus quorum dynamo cassandra etcd database cluster"),
            Map.entry("edit.make-store", "replicate replica cluster group consensus quorum raft"),
            Map.entry("edit.leave-store", "remove member replica"),
            Map.entry("edit.dissolve-store", "ungroup apart remove replica"),
            Map.entry("view.fit", "whole all overview"),
            Map.entry("view.minimap", "overview map"),
            Map.entry("view.dark", "night light colours colors"),
            Map.entry("view.system-theme", "follow system light dark theme automatic"),
            Map.entry("view.still", "animation animations calm accessibility prefers"),
            Map.entry("view.side-wider", "inspector split divider panel resize"),
            Map.entry("view.side-narrower", "inspector split divider panel resize"),
            Map.entry("view.charts-higher", "timeline transcript split divider panel resize"),
            Map.entry("view.charts-lower", "timeline transcript split divider panel resize"),
            Map.entry("view.full-screen", "present presentation projector teach"),
            Map.entry("view.design", "canvas"),
            Map.entry("view.ring", "hash consistent keys"),
            Map.entry("view.compare", "statistics versus difference"),
            Map.entry("view.inspector", "settings properties"),
            Map.entry("view.requests", "why trace log"),
            Map.entry("run.play", "start stop run resume"),
            Map.entry("run.restart", "rewind beginning reset"),
            Map.entry("run.step-back", "rewind"),
            Map.entry("run.follow", "story slow events"),
            Map.entry("run.next-future", "branch what if alternative"),
            Map.entry("break.crash", "kill stop fail outage"),
            Map.entry("break.pause", "freeze hang stall gc"),
            Map.entry("break.slow", "latency degrade"),
            Map.entry("break.cut", "partition disconnect network"),
            Map.entry("break.mend", "repair restore fix heal"),
            Map.entry("help.keys", "shortcuts hotkeys keyboard help"),
            Map.entry("help.glossary", "terms words meaning"),
            Map.entry("help.find", "search command palette"));

    private Words() {}

    static String of(String id) {
        return OF.getOrDefault(id, "");
    }
}
