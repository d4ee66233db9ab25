package roundhouse.simulation.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.invalidation.InvalidationBatch;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.CacheObserver;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.engine.WriteBroadcast;
import roundhouse.simulation.faults.LinkFaults;
import roundhouse.simulation.reasons.Newer;
import roundhouse.topology.nodes.data.InvalidationRule;

/**
 * Messages from servers that write to every cache that a way over links leads to, whichever way those point; browsers are not told. A
 * message takes its delay and the latency of each link, and is lost by chance, or where a link on its way is cut or the cache is down when it
 * sets out. What it names goes from the cache, unless that has something newer.
 */
final class InvalidationMessages implements WriteBroadcast {
    private static final int MOST_IN_A_BATCH = 1_000_000;

    private final RunContext context;
    private final Network network;
    private final CallbackHandler arrivals;
    private final CallbackHandler departures;
    private final Map<Integer, Writer> writers = new LinkedHashMap<>();
    private final List<Writer> byPlace = new ArrayList<>();
    private final List<KeptCache> caches = new ArrayList<>();
    /** Messages under way, by place: whom they are for and what they say. */
    private @Nullable NodeComponent[] targets = new NodeComponent[16];

    private long[] keys = new long[16];
    private long[] stamps = new long[16];
    private @Nullable Way[] wayOf = new Way[16];
    /** When each sets out, and when it gets to the end of each link of its way. */
    private long[][] times = new long[16][0];

    private long[] drawn = {};
    private long sent;
    private int[] free = new int[16];
    private int freeCount;
    private int taken;

    /** One that tells others what it writes. */
    private static final class Writer {
        final InvalidationRule rule;
        final RandomStream random;
        final DurationSampler delay;
        final int place;

        @Nullable
        final InvalidationBatch batch;

        /** The newest stamp of each key in the batch. */
        final Map<Long, Long> gathered = new LinkedHashMap<>();

        List<Way> ways = List.of();

        Writer(RunContext context, String id, InvalidationRule rule, int place) {
            this.rule = rule;
            this.place = place;
            random = context.streams.of(id, "invalidations");
            delay = DurationSampler.of(rule.delay(), random);
            batch = rule.batch() == null
                    ? null
                    : new InvalidationBatch(MOST_IN_A_BATCH, DurationSampler.nanos(rule.batch()));
        }
    }

    /**
     * The way to a node with caches.
     *
     * @param backs which of the links are gone along from their end
     */
    private record Way(
            NodeComponent to, List<LinkComponent> links, List<Boolean> backs, List<DurationSampler> latencies) {}

    InvalidationMessages(RunContext context, Network network) {
        this.context = context;
        this.network = network;
        arrivals = new CallbackHandler(context.kernel, "invalidations", this::arrives);
        departures = new CallbackHandler(context.kernel, "invalidation batches", this::sendBatch);
    }

    /** Nodes and links are other ones. */
    void changed() {
        writers.forEach((number, writer) -> writer.ways = ways(number, writer.random));
    }

    @Override
    public void written(Component from, InvalidationRule rule, long key, long stamp) {
        Writer writer = writers.get(from.number());
        if (writer == null || !writer.rule.equals(rule)) {
            writer = new Writer(context, from.id, rule, byPlace.size());
            writer.ways = ways(from.number(), writer.random);
            writers.put(from.number(), writer);
            byPlace.add(writer);
        }
        InvalidationBatch batch = writer.batch;
        if (batch == null) {
            send(writer, key, stamp);
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        boolean first = batch.size() == 0;
        batch.add(key, nowNanos);
        writer.gathered.put(key, stamp);
        for (Way way : writer.ways) {
            tell(way.to, key, stamp, Newer.Fate.GATHERED, nowNanos);
        }
        if (first) {
            context.kernel.schedule(batch.nextNanos() - nowNanos, departures, writer.place);
        }
    }

    private void sendBatch(int place) {
        Writer writer = byPlace.get(place);
        InvalidationBatch batch = writer.batch;
        if (batch != null) {
            batch.next(context.kernel.nowNanos(), (batched, count) -> {
                for (int i = 0; i < count; i++) {
                    send(writer, batched[i], writer.gathered.getOrDefault(batched[i], 0L));
                }
            });
            writer.gathered.clear();
        }
    }

    private void send(Writer writer, long key, long stamp) {
        for (Way way : writer.ways) {
            context.data.invalidationsSent++;
            boolean lost = writer.rule.loss() > 0 && writer.random.nextDouble() < writer.rule.loss();
            long nowNanos = context.kernel.nowNanos();
            long nanos = writer.delay.nextNanos();
            drawn = drawn.length > way.links.size() ? drawn : new long[way.links.size() + 1];
            drawn[0] = nowNanos + nanos;
            for (int i = 0; i < way.links.size(); i++) {
                LinkFaults faults = way.links.get(i).faults();
                lost |= faults != null && (faults.isCut(false) || faults.isCut(true));
                nanos += way.latencies.get(i).nextNanos();
                drawn[i + 1] = nowNanos + nanos;
            }
            if (lost || way.to.isDown()) {
                context.data.invalidationsLost++;
                tell(way.to, key, stamp, Newer.Fate.LOST, nowNanos);
            } else {
                tell(way.to, key, stamp, Newer.Fate.UNDER_WAY, nowNanos + nanos);
                context.kernel.schedule(nanos, arrivals, take(way, key, stamp));
            }
        }
    }

    /** Tells who wants to know why caches have what they have. */
    private void tell(NodeComponent to, long key, long stamp, Newer.Fate fate, long atNanos) {
        CacheObserver caches = context.observer.caches();
        if (caches != null) {
            caches.told(to, key, stamp, new Newer.Message(fate, atNanos));
        }
    }

    private int take(Way way, long key, long stamp) {
        int place = freeCount > 0 ? free[--freeCount] : taken++;
        if (place == targets.length) {
            targets = Arrays.copyOf(targets, place * 2);
            keys = Arrays.copyOf(keys, place * 2);
            stamps = Arrays.copyOf(stamps, place * 2);
            free = Arrays.copyOf(free, place * 2);
            wayOf = Arrays.copyOf(wayOf, place * 2);
            times = Arrays.copyOf(times, place * 2);
            Arrays.fill(times, place, place * 2, new long[0]);
        }
        targets[place] = way.to;
        noteWay(place, way);
        keys[place] = key;
        stamps[place] = stamp;
        return place;
    }

    /** Notes where the message will be when, for those who look. */
    private void noteWay(int place, Way way) {
        int links = way.links.size();
        if (times[place].length <= links) {
            times[place] = new long[links + 1];
        }
        System.arraycopy(drawn, 0, times[place], 0, links + 1);
        wayOf[place] = way;
        sent++;
        for (int i = 0; i < links; i++) {
            context.observer.messaged(
                    sent, way.links.get(i), way.backs.get(i), drawn[i], drawn[i + 1] - drawn[i], i == links - 1);
        }
    }

    /** Tells where those are that are on links now. Changes nothing. */
    void underWay(MessageVisitor visitor) {
        long nowNanos = context.kernel.nowNanos();
        for (int place = 0; place < taken; place++) {
            Way way = wayOf[place];
            if (targets[place] != null && way != null && times[place][0] <= nowNanos) {
                visit(way, times[place], nowNanos, visitor);
            }
        }
    }

    private static void visit(Way way, long[] times, long nowNanos, MessageVisitor visitor) {
        int i = 0;
        while (i < way.links.size() - 1 && times[i + 1] <= nowNanos) {
            i++;
        }
        LinkComponent link = way.links.get(i);
        if (link.index != Component.GONE) {
            long takesNanos = times[i + 1] - times[i];
            float part = takesNanos == 0 ? 1 : (float) ((double) (nowNanos - times[i]) / takesNanos);
            visitor.message(link, way.backs.get(i) ? 1 - part : part);
        }
    }

    private void arrives(int place) {
        NodeComponent to = targets[place];
        targets[place] = null;
        free[freeCount++] = place;
        if (to == null) {
            return;
        }
        context.kernel.fold(stamps[place]);
        if (to.isDown()) {
            context.data.invalidationsLost++;
            tell(to, keys[place], stamps[place], Newer.Fate.LOST, context.kernel.nowNanos());
            return;
        }
        caches.clear();
        to.addCaches(caches);
        boolean late = false;
        for (int i = 0; i < caches.size(); i++) {
            late |= caches.get(i).invalidate(keys[place], stamps[place]);
        }
        context.data.invalidationsLate += late ? 1 : 0;
    }

    /** The ways from a node to all nodes with caches but stores and browsers, each over as few links as can be. */
    private List<Way> ways(int number, RandomStream random) {
        List<Way> ways = new ArrayList<>();
        Map<Integer, List<LinkComponent>> seen = new LinkedHashMap<>();
        List<Integer> open = new ArrayList<>(List.of(number));
        seen.put(number, List.of());
        while (!open.isEmpty()) {
            int at = open.removeFirst();
            List<LinkComponent> so = seen.getOrDefault(at, List.of());
            for (LinkComponent link : network.links()) {
                NodeComponent next = link.from.number() == at ? link.to : link.to.number() == at ? link.from : null;
                if (next == null
                        || next.source() != null
                        || link.link().isHeartbeat()
                        || seen.containsKey(next.number())) {
                    continue;
                }
                List<LinkComponent> way = new ArrayList<>(so);
                way.add(link);
                seen.put(next.number(), way);
                open.add(next.number());
                if (next.node().caches() && !next.stores()) {
                    ways.add(new Way(
                            next,
                            way,
                            backs(number, way),
                            way.stream()
                                    .map(one -> DurationSampler.of(one.link().latency(), random))
                                    .toList()));
                }
            }
        }
        return ways;
    }

    private static List<Boolean> backs(int number, List<LinkComponent> way) {
        List<Boolean> backs = new ArrayList<>();
        int at = number;
        for (LinkComponent link : way) {
            boolean back = link.from.number() != at;
            backs.add(back);
            at = back ? link.from.number() : link.to.number();
        }
        return backs;
    }
}
