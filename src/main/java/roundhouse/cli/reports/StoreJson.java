package roundhouse.cli.reports;

import java.util.List;
import roundhouse.simulation.observing.stores.StoreReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of replicated stores, for programs. */
final class StoreJson {
    private static final double SECOND = 1e9;

    private StoreJson() {}

    static void write(ObjectNode root, List<StoreReport> stores) {
        if (stores.isEmpty()) {
            return;
        }
        ObjectNode to = root.putObject("stores");
        for (StoreReport store : stores) {
            ObjectNode its = to.putObject(store.id())
                    .put("mode", store.mode())
                    .put("reads", store.reads())
                    .put("writes", store.writes())
                    .put("refused-reads", store.readsRefused())
                    .put("refused-writes", store.writesRefused())
                    .put("unknown-writes", store.unknownWrites())
                    .put("stale-reads", store.staleReads());
            StoreReport.StaleAge age = store.staleAge();
            its.putObject("stale-age")
                    .put("mean", age.count() == 0 ? null : (Double) (age.meanNanos() / SECOND))
                    .put("p99", age.count() == 0 ? null : (Double) (age.p99Nanos() / SECOND))
                    .put("max", age.count() == 0 ? null : (Double) (age.maxNanos() / SECOND));
            Long converged = store.convergedNanos();
            its.put("lost-acknowledged-writes", store.lostAcknowledgedWrites())
                    .put("leader", store.leader())
                    .put("term", store.hasLeaders() ? (Integer) store.term() : null)
                    .put("elections", store.hasLeaders() ? (Long) store.elections() : null)
                    .put("without-leader", store.hasLeaders() ? (Double) (store.leaderlessNanos() / SECOND) : null)
                    .put("converged", converged == null ? null : (Double) (converged / SECOND))
                    .put("messages", store.messages())
                    .put("message-bytes", store.bytes());
            ArrayNode members = its.putArray("members");
            store.members().forEach(member -> member(members.addObject(), member));
        }
    }

    private static void member(ObjectNode to, StoreReport.Member member) {
        to.put("id", member.id())
                .put("up", member.up())
                .put("leads", member.leads())
                .put("follows", member.follows())
                .put("term", member.term())
                .put("behind", member.behind())
                .put("clock-ahead", member.aheadNanos() / SECOND)
                .put("answered-in-partition", member.answeredParted())
                .put("refused-in-partition", member.refusedParted())
                .put("hints-stored", member.counts().hintsStored())
                .put("hints-delivered", member.counts().hintsDelivered())
                .put("repairs", member.counts().repairs())
                .put("conflicts", member.counts().conflicts())
                .put("siblings", member.counts().siblings());
    }
}
