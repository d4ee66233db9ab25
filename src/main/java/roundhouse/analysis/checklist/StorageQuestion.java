package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.Store;

/**
 * How full the disks of databases are that say what they hold, with every key written once, and when they are full if each write adds a
 * value as those of orders and logs do.
 */
final class StorageQuestion implements ChecklistQuestion {
    /** Time enough to get a larger one. */
    private static final double SOON_DAYS = 30;
    /** What a larger one should last. */
    private static final double LASTING_DAYS = 90;

    private static final double SECONDS_IN_A_DAY = 86_400;
    private static final double GIB = 1L << 30;
    private static final long MOST_GIB = 1L << 20;
    private static final long NEVER_DAYS = 3_650;

    @Override
    public List<Advice> ask(Examined examined) {
        List<Advice> advice = new ArrayList<>();
        for (Node node : examined.topology().nodes()) {
            if (node instanceof Database database
                    && database.storage() != null
                    && examined.demand().knows(database, examined.topology())) {
                advice.add(advice(database, database.storage(), examined));
            }
        }
        return advice;
    }

    private static Advice advice(Database database, long storage, Examined examined) {
        Topology topology = examined.topology();
        double share = share(database, topology);
        double held = dataBytes(topology) * share;
        double perDay = examined.demand().writesOf(database, topology)
                * BandwidthQuestion.valueBytes(topology)
                * share
                * SECONDS_IN_A_DAY;
        double full = held / storage;
        double days = full >= 1 ? 0 : perDay == 0 ? Double.POSITIVE_INFINITY : (storage - held) / perDay;
        String figure = size(held) + " of " + size((double) storage) + ", " + ShownFigures.percent(full) + " full";
        String text = "storage: " + (full >= 1 ? "its keys are more than it holds" : grows(perDay, days));
        if (full < BottleneckQuestion.BUSY && days >= SOON_DAYS) {
            return Advice.good(ChecklistItem.BOTTLENECK, database.id(), text, figure);
        }
        return (full >= 1
                        ? Advice.error(ChecklistItem.BOTTLENECK, database.id(), text, figure)
                        : Advice.warning(ChecklistItem.BOTTLENECK, database.id(), text, figure))
                .mendedBy(larger(
                        database, Math.max(held / BottleneckQuestion.AIM, held + LASTING_DAYS * perDay), topology));
    }

    private static String grows(double perDay, double days) {
        if (perDay == 0) {
            return "nothing is written, so it stays as full as it is";
        }
        String added = "if each write adds a value it grows by " + size(perDay) + " a day and ";
        return days > NEVER_DAYS
                ? added + "is not full in ten years"
                : added
                        + String.format(
                                Locale.ROOT, days < 10 ? "is full in %.1f days" : "is full in %,.0f days", days);
    }

    /** The part of all keys that it has: all of them, unless members of a store share them. */
    private static double share(Database database, Topology topology) {
        for (Store store : topology.stores()) {
            if (store.members().contains(database.id())
                    && store.replication() instanceof LeaderlessReplication leaderless) {
                int holders = Math.max(1, StoreDemand.holders(store, topology).size());
                return Math.min(1, (double) leaderless.n() / holders);
            }
        }
        return 1;
    }

    /** Of every key once, where all clients ask for the same ones. */
    private static double dataBytes(Topology topology) {
        int keys = topology.nodes().stream()
                .filter(Clients.class::isInstance)
                .mapToInt(node -> ((Clients) node).keys().count())
                .max()
                .orElse(0);
        return keys * BandwidthQuestion.valueBytes(topology);
    }

    private static @Nullable Fix larger(Database database, double bytes, Topology topology) {
        long enough = (long) Math.ceil(bytes / GIB);
        return enough > MOST_GIB
                ? null
                : Fix.of(
                        "Give " + database.id() + " " + enough + " GiB of storage",
                        topology,
                        topology.with(database.with(Database.STORAGE, enough << 30)));
    }

    private static String size(double bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        int unit = 0;
        double amount = bytes;
        while (amount >= 1_024 && unit < units.length - 1) {
            amount /= 1_024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || amount >= 100 ? "%.0f %s" : "%.1f %s", amount, units[unit]);
    }
}
