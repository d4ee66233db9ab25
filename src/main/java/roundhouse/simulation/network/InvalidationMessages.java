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
    private @Nullable MessageWay[] wayOf = new MessageWay[16];
    /** When each sets out, and when it gets to the end of each link of its way. */
    private long[][] times = new long[16][0];

    private long[] numbers = new long[16];
    private final LostMessages lost = new LostMessages();
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

        List<MessageWay> ways = List.of();

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
        for (MessageWay way : writer.ways) {
            tell(way.to(), key, stamp, Newer.Fate.GATHERED, nowNanos);
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
        for (MessageWay way : writer.ways) {
            context.data.invalidationsSent++;
            int last = way.links().size() - 1;
            int lostOn =
                    writer.rule.loss() > 0 && writer.random.nextDouble() < writer.rule.loss() ? 0 : MessageWay.NONE;
            long nowNanos = context.kernel.nowNanos();
            long nanos = writer.delay.nextNanos();
            drawn = drawn.length > last + 1 ? drawn : new long[last + 2];
            drawn[0] = nowNanos + nanos;
            for (int i = 0; i <= last; i++) {
                LinkFaults faults = way.links().get(i).faults();
                boolean cut = faults != null && (faults.isCut(false) || faults.isCut(true));
                lostOn = cut && lostOn == MessageWay.NONE ? i : lostOn;
                nanos += way.latencies().get(i).nextNanos();
                drawn[i + 1] = nowNanos + nanos;
            }
            sent++;
            if (lostOn != MessageWay.NONE) {
                lose(way, lostOn, MessageWay.HALFWAY);
                tell(way.to(), key, stamp, Newer.Fate.LOST, nowNanos);
            } else if (way.to().isDown()) {
                lose(way, last, MessageWay.AT_ITS_END);
                tell(way.to(), key, stamp, Newer.Fate.LOST, nowNanos);
            } else {
                tell(way.to(), key, stamp, Newer.Fate.UNDER_WAY, nowNanos + nanos);
                way.announce(context.observer, sent, drawn, last, 1);
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

    private void lose(MessageWay way, int lostOn, float lostAfter) {
        context.data.invalidationsLost++;
        way.announce(context.observer, sent, drawn, lostOn, lostAfter);
        lost.add(way, drawn, lostOn, lostAfter);
    }

    private int take(MessageWay way, long key, long stamp) {
        int place = freeCount > 0 ? free[--freeCount] : taken++;
        if (place == targets.length) {
            targets = Arrays.copyOf(targets, place * 2);
            keys = Arrays.copyOf(keys, place * 2);
            stamps = Arrays.copyOf(stamps, place * 2);
            free = Arrays.copyOf(free, place * 2);
            wayOf = Arrays.copyOf(wayOf, place * 2);
            numbers = Arrays.copyOf(numbers, place * 2);
            times = Arrays.copyOf(times, place * 2);
            Arrays.fill(times, place, place * 2, new long[0]);
        }
        targets[place] = way.to();
        times[place] = way.noted(drawn, times[place]);
        wayOf[place] = way;
        numbers[place] = sent;
        keys[place] = key;
        stamps[place] = stamp;
        return place;
    }

    /** Tells where those are that are on links now, and where of late some were lost. Changes nothing. */
    void underWay(MessageVisitor visitor) {
        long nowNanos = context.kernel.nowNanos();
        for (int place = 0; place < taken; place++) {
            MessageWay way = wayOf[place];
            if (targets[place] != null && way != null) {
                way.visit(times[place], nowNanos, MessageWay.NONE, 1, visitor);
            }
        }
        lost.visit(nowNanos, visitor);
    }

    private void arrives(int place) {
        NodeComponent to = targets[place];
        targets[place] = null;
        free[freeCount++] = place;
        if (to == null) {
            return;
        }
        context.kernel.fold(stamps[place]);
        MessageWay way = wayOf[place];
        if (to.isDown() && way != null) {
            context.data.invalidationsLost++;
            tell(to, keys[place], stamps[place], Newer.Fate.LOST, context.kernel.nowNanos());
            context.observer.messageLost(numbers[place]);
            lost.add(way, times[place], way.links().size() - 1, MessageWay.AT_ITS_END);
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
    private List<MessageWay> ways(int number, RandomStream random) {
        List<MessageWay> ways = new ArrayList<>();
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
                    ways.add(new MessageWay(
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
