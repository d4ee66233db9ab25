package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import roundhouse.simulation.observing.stores.StoreReport;

/** What became of replicated stores, for people. */
final class StoreText {
    private StoreText() {}

    static String of(List<StoreReport> stores) {
        if (stores.isEmpty()) {
            return "";
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "store",
            "mode",
            "reads",
            "refused",
            "stale",
            "stale p99",
            "writes",
            "refused",
            "unknown",
            "lost",
            "elections",
            "no leader",
            "converged"
        });
        for (StoreReport store : stores) {
            StoreReport.StaleAge age = store.staleAge();
            Long converged = store.convergedNanos();
            rows.add(new String[] {
                store.title(),
                store.mode(),
                ReportFigures.count(store.reads()),
                ReportFigures.count(store.readsRefused()),
                Double.isNaN(store.staleShare())
                        ? "-"
                        : String.format(Locale.ROOT, "%.1f %%", 100 * store.staleShare()),
                age.count() == 0 ? "-" : ReportFigures.time((double) age.p99Nanos()),
                ReportFigures.count(store.writes()),
                ReportFigures.count(store.writesRefused()),
                ReportFigures.count(store.unknownWrites()),
                ReportFigures.count(store.lostAcknowledgedWrites()),
                store.hasLeaders() ? ReportFigures.count(store.elections()) : "-",
                store.hasLeaders() ? ReportFigures.time((double) store.leaderlessNanos()) : "-",
                converged == null ? "-" : ReportFigures.time((double) converged)
            });
        }
        StringBuilder text = new StringBuilder("\n").append(TextTable.of(rows, 2, 2));
        members(text, stores);
        return text.toString();
    }

    private static void members(StringBuilder text, List<StoreReport> stores) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"member", "role", "term", "behind", "hints kept", "delivered", "repairs"});
        for (StoreReport store : stores) {
            for (StoreReport.Member member : store.members()) {
                rows.add(new String[] {
                    member.id(),
                    role(store, member),
                    store.hasLeaders() ? Integer.toString(member.term()) : "-",
                    ReportFigures.count(member.behind()),
                    ReportFigures.count(member.counts().hintsStored()),
                    ReportFigures.count(member.counts().hintsDelivered()),
                    ReportFigures.count(member.counts().repairs())
                });
            }
        }
        text.append('\n').append(TextTable.of(rows, 2, 2));
    }

    private static String role(StoreReport store, StoreReport.Member member) {
        if (!member.up()) {
            return "down";
        }
        if (!store.hasLeaders()) {
            return "replica";
        }
        return member.leads() ? "leads" : member.follows() == null ? "knows no leader" : "follows " + member.follows();
    }
}
