package roundhouse.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.kernel.Kernel;
import roundhouse.metrics.Buckets;
import roundhouse.routing.Outcome;
import roundhouse.topology.Node;

/**
 * Looks at the run between events: every tenth of a simulated second for the figures of the last second and the history, and once at
 * the end of the warm-up. Takes no part in events, so it leaves no trace in the digest.
 */
final class Timeline implements Kernel.Boundary {
    private static final long TENTH = 100_000_000;
    private static final int MOST_SPANS = 600;
    private static final int MOST_SERVERS = 8;

    private final Engine engine;
    private final Network network;
    private final List<Span> spans = new ArrayList<>();
    private List<String> servers = List.of();
    /** Tenths that make a span, and those of the current one that are over. */
    private int tenths = 1;

    private int over;
    private long nextTenth = TENTH;
    private long warmUp;
    private boolean measuring;
    private long okBefore;
    private long badBefore;
    private long timedOutBefore;
    private Frame.History shown = Frame.History.EMPTY;
    private boolean changed;

    /** What is kept of a span: counts that two spans can be merged from. */
    private record Span(long ok, long bad, long timedOut, int[] latencies, int[] inFlight) {}

    Timeline(Engine engine, Network network) {
        this.engine = engine;
        this.network = network;
    }

    /** Leaves the time up to that one out of what is measured; no effect once it is over. */
    void warmUp(long nanos) {
        warmUp = nanos;
        measuring = measuring || nanos <= engine.kernel.now();
        engine.kernel.watch(next(), this);
    }

    /** The first servers of the document are charted. */
    void chart() {
        List<String> first = network.topology().nodes().stream()
                .filter(Node.Server.class::isInstance)
                .map(Node::id)
                .limit(MOST_SERVERS)
                .toList();
        if (!first.equals(servers)) {
            for (int i = 0; i < spans.size(); i++) {
                spans.set(i, moved(spans.get(i), first));
            }
            servers = first;
            changed = true;
        }
    }

    private Span moved(Span span, List<String> to) {
        int[] inFlight = new int[to.size()];
        for (int i = 0; i < inFlight.length; i++) {
            int from = servers.indexOf(to.get(i));
            inFlight[i] = from < 0 ? 0 : span.inFlight[from];
        }
        return new Span(span.ok, span.bad, span.timedOut, span.latencies, inFlight);
    }

    private long next() {
        return measuring ? nextTenth : Math.min(nextTenth, warmUp);
    }

    @Override
    public long passed(long time) {
        if (!measuring && time >= warmUp) {
            measuring = true;
            engine.totals.latency.reset();
            for (NodeComponent node : network.nodes()) {
                node.metrics.measureFrom(time);
            }
        }
        if (time >= nextTenth) {
            nextTenth = time + TENTH;
            for (NodeComponent node : network.nodes()) {
                node.metrics.slice(time);
            }
            for (LinkComponent link : network.links()) {
                link.rates.slice(time, link.departed, 0, 0);
            }
            if (++over == tenths) {
                over = 0;
                endSpan();
            }
        }
        return next();
    }

    private void endSpan() {
        OutcomeCounts outcomes = engine.totals.outcomes;
        long ok = outcomes.of(Outcome.OK);
        long bad = outcomes.bad();
        long timedOut = outcomes.of(Outcome.TIMED_OUT);
        int[] latencies = engine.totals.span;
        int[] inFlight = new int[servers.size()];
        for (int i = 0; i < inFlight.length; i++) {
            NodeComponent server = network.node(servers.get(i));
            inFlight[i] = server == null ? 0 : (int) server.metrics.inFlight.value();
        }
        spans.add(new Span(ok - okBefore, bad - badBefore, timedOut - timedOutBefore, latencies.clone(), inFlight));
        Arrays.fill(latencies, 0);
        okBefore = ok;
        badBefore = bad;
        timedOutBefore = timedOut;
        changed = true;
        if (spans.size() > MOST_SPANS) {
            mergePairs();
        }
    }

    /** Spans are twice as long from now on. The odd one at the end goes on growing. */
    private void mergePairs() {
        List<Span> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < spans.size(); i += 2) {
            pairs.add(merged(spans.get(i), spans.get(i + 1)));
        }
        if (spans.size() % 2 == 1) {
            Span odd = spans.getLast();
            okBefore -= odd.ok;
            badBefore -= odd.bad;
            timedOutBefore -= odd.timedOut;
            System.arraycopy(odd.latencies, 0, engine.totals.span, 0, Buckets.COUNT);
            over = tenths;
        }
        tenths *= 2;
        spans.clear();
        spans.addAll(pairs);
    }

    private static Span merged(Span a, Span b) {
        int[] latencies = a.latencies.clone();
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] += b.latencies[i];
        }
        return new Span(a.ok + b.ok, a.bad + b.bad, a.timedOut + b.timedOut, latencies, b.inFlight);
    }

    /** The history so far; the same object as long as nothing was added. */
    Frame.History history() {
        if (changed) {
            changed = false;
            shown = write();
        }
        return shown;
    }

    private Frame.History write() {
        int n = spans.size();
        double seconds = tenths / 10.0;
        double[] throughput = new double[n];
        double[] errors = new double[n];
        double[] timeouts = new double[n];
        long[][] percentiles = new long[3][n];
        int[][] inFlight = new int[servers.size()][n];
        long[] counts = new long[Buckets.COUNT];
        for (int i = 0; i < n; i++) {
            Span span = spans.get(i);
            throughput[i] = span.ok / seconds;
            errors[i] = span.bad / seconds;
            timeouts[i] = span.timedOut / seconds;
            for (int bucket = 0; bucket < counts.length; bucket++) {
                counts[bucket] = span.latencies[bucket];
            }
            percentiles[0][i] = Buckets.percentile(counts, span.ok, 50);
            percentiles[1][i] = Buckets.percentile(counts, span.ok, 95);
            percentiles[2][i] = Buckets.percentile(counts, span.ok, 99);
            for (int server = 0; server < inFlight.length; server++) {
                inFlight[server][i] = span.inFlight[server];
            }
        }
        return new Frame.History(
                tenths * TENTH,
                throughput,
                errors,
                timeouts,
                percentiles[0],
                percentiles[1],
                percentiles[2],
                servers,
                inFlight);
    }
}
