package roundhouse.workbench.shell.finding;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Map;

/** Other words that people look for an action by. */
final class Words {
    private static final Map<String, String> OF = Map.ofEntries(
            Map.entry("file.open", text("shell.import-nginx-haproxy-envoy-compose")),
            Map.entry("file.configuration-nginx", text("shell.configuration-load-balancer")),
            Map.entry("file.configuration-haproxy", text("shell.configuration-load-balancer")),
            Map.entry("file.configuration-envoy", text("shell.configuration-load-balancer")),
            Map.entry("file.picture", text("shell.screenshot-image-png-svg-drawing")),
            Map.entry("file.copy-picture", text("shell.screenshot-image-clipboard")),
            Map.entry("file.film", text("shell.gif-movie-film-video-record")),
            Map.entry("file.report", text("shell.html-web-page-charts-print")),
            Map.entry("file.requests-otlp", text("shell.trace-opentelemetry-spans")),
            Map.entry("file.requests-chrome", text("shell.trace-spans")),
            Map.entry("file.save-run", text("shell.record-replay")),
            Map.entry("file.open-run", text("shell.record-replay")),
            Map.entry("file.open-history", text("shell.linearizable-consistency-counter-example-jepsen")),
            Map.entry("edit.history", text("shell.changes-steps-back-list-undone")),
            Map.entry("edit.link", text("shell.connect-join-wire-edge-arrow")),
            Map.entry("edit.next-link", text("shell.wire-edge-arrow-connection-walk")),
            Map.entry("view.transcript", text("shell.listen-read-aloud-screen-reader")),
            Map.entry("view.next-pane", text("shell.panel-region-part-keyboard")),
            Map.entry("arrange.tidy", text("shell.arrange-layout-align-order-clean")),
            Map.entry("edit.duplicate", text("shell.clone-copy-again")),
            Map.entry("edit.delete", "remove"),
            Map.entry("edit.rename", text("shell.name-label-title")),
            Map.entry("add.clients", text("shell.users-traffic-load")),
            Map.entry("add.load-balancer", text("shell.proxy-router-lb")),
            Map.entry("add.server", text("shell.backend-target-machine-host")),
            Map.entry("add.cdn", text("shell.content-delivery-network-edge-cloudfront")),
            Map.entry("add.cache", text("shell.redis-memcached-caffeine-ttl-eviction")),
            Map.entry("add.database", text("shell.postgres-mysql-sql-store-db")),
            Map.entry("add.store", text("shell.replicated-replica-replication-raft-consensus")),
            Map.entry("edit.make-store", text("shell.replicate-replica-cluster-group-consensus")),
            Map.entry("edit.leave-store", text("shell.remove-member-replica")),
            Map.entry("edit.dissolve-store", text("shell.ungroup-apart-remove-replica")),
            Map.entry("view.fit", text("shell.whole-all-overview")),
            Map.entry("view.minimap", text("shell.overview-map")),
            Map.entry("view.dark", text("shell.night-light-colours-colors")),
            Map.entry("view.system-theme", text("shell.follow-system-light-dark-theme")),
            Map.entry("view.still", text("shell.animation-animations-calm-accessibility-prefers")),
            Map.entry("view.side-wider", text("shell.inspector-split-divider-panel-resize")),
            Map.entry("view.side-narrower", text("shell.inspector-split-divider-panel-resize")),
            Map.entry("view.charts-higher", text("shell.timeline-transcript-split-divider-panel")),
            Map.entry("view.charts-lower", text("shell.timeline-transcript-split-divider-panel")),
            Map.entry("view.full-screen", text("shell.present-presentation-projector-teach")),
            Map.entry("view.design", "canvas"),
            Map.entry("view.ring", text("shell.hash-consistent-keys")),
            Map.entry("view.compare", text("shell.statistics-versus-difference")),
            Map.entry("view.inspector", text("shell.settings-properties")),
            Map.entry("view.requests", text("shell.why-trace-log")),
            Map.entry("run.play", text("shell.start-stop-run-resume")),
            Map.entry("run.restart", text("shell.rewind-beginning-reset")),
            Map.entry("run.step-back", "rewind"),
            Map.entry("run.follow", text("shell.story-slow-events")),
            Map.entry("run.next-future", text("shell.branch-what-if-alternative")),
            Map.entry("break.crash", text("shell.kill-stop-fail-outage")),
            Map.entry("break.pause", text("shell.freeze-hang-stall-gc")),
            Map.entry("break.slow", text("shell.latency-degrade")),
            Map.entry("break.cut", text("shell.partition-disconnect-network")),
            Map.entry("break.mend", text("shell.repair-restore-fix-heal")),
            Map.entry("help.keys", text("shell.shortcuts-hotkeys-keyboard-help")),
            Map.entry("help.glossary", text("shell.terms-words-meaning")),
            Map.entry("help.find", text("shell.search-command-palette")));

    private Words() {}

    static String of(String id) {
        return OF.getOrDefault(id, "");
    }
}
