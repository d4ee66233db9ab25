package roundhouse.cli.reports;

import java.util.List;
import roundhouse.simulation.observing.stores.AvailabilityFigure;
import roundhouse.simulation.observing.stores.AvailabilityReport;
import roundhouse.simulation.observing.stores.FigureUnit;
import roundhouse.simulation.observing.stores.MemberFigure;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
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
        stores.forEach(store -> write(to.putObject(store.id()), store));
    }

    private static void write(ObjectNode to, StoreReport store) {
        to.put("mode", store.mode()).put("leader", store.leader());
        boolean leaders = store.hasLeaders();
        for (StoreFigure figure : StoreFigure.values()) {
            if (!figure.isOf(leaders)) {
                to.putNull(figure.key());
            } else {
                put(to, figure.key(), figure.unit(), store.of(figure));
            }
        }
        for (StoreDuration duration : StoreDuration.values()) {
            durations(to.putObject(duration.key()), store.of(duration));
        }
        Long converged = store.convergedNanos();
        to.put("converged", converged == null ? null : (Double) (converged / SECOND));
        ArrayNode members = to.putArray("members");
        store.members().forEach(member -> member(members.addObject(), member));
    }

    /** Which of each client's requests were answered. */
    static void availability(ObjectNode root, List<AvailabilityReport> clients) {
        if (clients.isEmpty()) {
            return;
        }
        ObjectNode to = root.putObject("availability");
        for (AvailabilityReport of : clients) {
            ObjectNode its = to.putObject(of.id()).put("side", of.side() < 0 ? null : (Integer) of.side());
            for (AvailabilityFigure figure : AvailabilityFigure.values()) {
                double share = of.share(figure);
                its.putObject(figure.key())
                        .put("asked", of.asked(figure))
                        .put("answered", of.answered(figure))
                        .put("share", Double.isNaN(share) ? null : (Double) share);
            }
        }
    }

    private static void durations(ObjectNode to, StoreReport.Durations its) {
        boolean any = its.count() > 0;
        to.put("mean", any ? (Double) (its.meanNanos() / SECOND) : null)
                .put("p50", any ? (Double) (its.p50Nanos() / SECOND) : null)
                .put("p99", any ? (Double) (its.p99Nanos() / SECOND) : null)
                .put("max", any ? (Double) (its.maxNanos() / SECOND) : null);
    }

    private static void member(ObjectNode to, StoreReport.Member member) {
        to.put("id", member.id())
                .put("up", member.up())
                .put("leads", member.leads())
                .put("follows", member.follows());
        for (MemberFigure figure : MemberFigure.values()) {
            put(to, figure.key(), figure.unit(), (double) member.of(figure));
        }
    }

    private static void put(ObjectNode to, String key, FigureUnit unit, double value) {
        switch (unit) {
            case COUNT, BYTES -> to.put(key, (long) value);
            case SHARE -> to.put(key, Double.isNaN(value) ? null : (Double) value);
            case NANOS -> to.put(key, value / SECOND);
        }
    }
}
