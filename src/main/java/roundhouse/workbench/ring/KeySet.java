package roundhouse.workbench.ring;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import roundhouse.hashing.Placement;
import roundhouse.routing.KeyText;
import roundhouse.topology.Arrivals;
import roundhouse.topology.Keys;
import roundhouse.topology.Link;
import roundhouse.topology.Node;
import roundhouse.topology.Topology;

/**
 * The keys that are placed.
 *
 * @param title what they are, for people: {@code key-0 … key-999}
 * @param texts each key's text
 * @param shares the part of all requests that asks for each key; empty when all are asked for alike
 * @param form what each is called, with {@code {n}} for its number; empty where they follow no form
 */
public record KeySet(String title, List<String> texts, double[] shares, String form) {
    /** As many as can be told apart on the ring and are enough to count. */
    public static final int USUAL = 1_000;

    /** More could not be told apart and would make a drag jerk. */
    public static final int MOST = 200_000;

    private static final String NUMBER = "{n}";
    private static final double[] ALIKE = {};

    /** As many keys as asked for, called as a run's are: {@code key-0}, {@code key-1}, … */
    public static KeySet counted(int count) {
        return pattern(KeyText.of(0).replace("0", NUMBER), count);
    }

    /** Keys after a pattern in which {@code {n}} is a number from 0: {@code cart:{n}}. Without it the number comes last. */
    public static KeySet pattern(String pattern, int count) {
        String form = pattern.contains(NUMBER) ? pattern : pattern + NUMBER;
        List<String> texts = IntStream.range(0, count)
                .mapToObj(key -> form.replace(NUMBER, Integer.toString(key)))
                .toList();
        return new KeySet(texts.isEmpty() ? "none" : texts.getFirst() + " to " + texts.getLast(), texts, ALIKE, form);
    }

    /** So many keys of the same form; of a run's where these follow none. */
    public KeySet resized(int count) {
        return form.isEmpty() ? counted(count) : pattern(form, count);
    }

    public static KeySet of(List<String> texts) {
        return new KeySet(String.join(", ", texts), List.copyOf(texts), ALIKE, "");
    }

    /** The lines of a file, one key each, empty ones left out; the first {@link #MOST} of them. */
    public static KeySet file(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            List<String> texts =
                    lines.lines().filter(line -> !line.isBlank()).limit(MOST).toList();
            return new KeySet("from " + file.getFileName(), texts, ALIKE, "");
        }
    }

    /**
     * The keys of the traffic that comes to a balancer, or where that is empty all traffic: those of all clients from whom links lead
     * there, and how often each is asked for. At most {@link #MOST}, the most popular ones; none when there are no clients.
     */
    public static Optional<KeySet> live(Topology topology, String balancer) {
        Set<String> upstream = upstream(topology, balancer);
        List<Node.Clients> clients = topology.nodes().stream()
                .filter(Node.Clients.class::isInstance)
                .map(Node.Clients.class::cast)
                .filter(node -> balancer.isEmpty() || upstream.contains(node.id()))
                .toList();
        if (clients.isEmpty()) {
            return Optional.empty();
        }
        int most = clients.stream().mapToInt(node -> node.keys().count()).max().orElseThrow();
        double[] shares = new double[Math.min(most, MOST)];
        double all = clients.stream().mapToDouble(KeySet::rate).sum();
        for (Node.Clients each : clients) {
            add(each.keys(), rate(each) / all, shares);
        }
        String names = clients.stream().map(Node::title).collect(Collectors.joining(", "));
        return Optional.of(new KeySet("as " + names + " ask", counted(shares.length).texts, shares, ""));
    }

    private static Set<String> upstream(Topology topology, String of) {
        Set<String> found = new HashSet<>(Set.of(of));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Link link : topology.links()) {
                grew |= found.contains(link.to()) && found.add(link.from());
            }
        }
        return found;
    }

    /** Requests a second, as far as that is known before a run. */
    private static double rate(Node.Clients clients) {
        return switch (clients.arrivals()) {
            case Arrivals.Poisson poisson -> poisson.rate();
            case Arrivals.Constant constant -> constant.rate();
            case Arrivals.Bursty bursty ->
                bursty.rate()
                        * bursty.on().toNanos()
                        / bursty.on().plus(bursty.off()).toNanos();
            case Arrivals.Curve curve ->
                curve.points().stream()
                        .mapToDouble(Arrivals.Curve.Point::rate)
                        .average()
                        .orElse(0);
            case Arrivals.Closed _ -> clients.users();
        };
    }

    private static void add(Keys keys, double part, double[] shares) {
        double total = 0;
        for (int key = 0; key < keys.count(); key++) {
            total += weight(keys, key);
        }
        for (int key = 0; key < Math.min(keys.count(), shares.length); key++) {
            shares[key] += part * weight(keys, key) / total;
        }
    }

    private static double weight(Keys keys, int key) {
        return switch (keys) {
            case Keys.Uniform _ -> 1;
            case Keys.Zipf zipf -> StrictMath.pow(key + 1.0, -zipf.exponent());
            case Keys.Hot hot -> key == 0 ? hot.share() : (1 - hot.share()) / Math.max(1, keys.count() - 1);
        };
    }

    public int size() {
        return texts.size();
    }

    /** What the placement makes of each. */
    public long[] hashes(Placement placement) {
        return texts.stream().mapToLong(placement::hash).toArray();
    }

    /** The part of requests for this key, 0 to 1. */
    public double share(int key) {
        return shares.length == 0 ? 1.0 / texts.size() : shares[key];
    }
}
