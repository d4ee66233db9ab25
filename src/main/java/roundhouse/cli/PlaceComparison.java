package roundhouse.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import roundhouse.hashing.Placement;
import roundhouse.hashing.measures.Balance;
import roundhouse.hashing.measures.Tally;
import roundhouse.hashing.registry.Placements;

/** The same change under every placement, on the same keys, as a Markdown table. */
final class PlaceComparison {
    /** Enough keys to time lookups with; all others are only counted. */
    private static final int TIMED_KEYS = 1 << 14;

    private static final int ROUNDS = 30;

    private final PlaceChange change;
    private final List<Placements> kinds = Placements.all();
    private final List<Tally> tallies = new ArrayList<>();
    private final List<byte[]> sample = new ArrayList<>();

    /** @param placements a placement of each kind, before the change */
    PlaceComparison(PlaceChange change, Function<Placements, Placement> placements) {
        this.change = change;
        for (Placements kind : kinds) {
            Placement before = placements.apply(kind);
            tallies.add(new Tally(before, change.applyTo(before)));
        }
    }

    void add(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        tallies.forEach(tally -> tally.add(bytes));
        if (sample.size() < TIMED_KEYS) {
            sample.add(bytes);
        }
    }

    void print(PrintWriter out) {
        Tally first = tallies.getFirst();
        out.printf(
                Locale.ROOT,
                "%,d keys on %d targets, %s; any fair placement must move %,.0f.%n%n",
                first.keys(),
                first.before().targets().size(),
                change,
                first.least());
        out.println(
                "| placement           | hash           |      moved | moved % | max ÷ mean |    σ % | memory, KiB | lookup, ns |");
        out.println(
                "|---------------------|----------------|-----------:|--------:|-----------:|-------:|------------:|-----------:|");
        for (int i = 0; i < kinds.size(); i++) {
            Tally tally = tallies.get(i);
            Balance balance = tally.balance();
            out.printf(
                    Locale.ROOT,
                    "| %-19s | %-14s | %,10d | %7.1f | %10.3f | %6.1f | %,11.1f | %10.1f |%n",
                    kinds.get(i).key(),
                    tally.before().function().key(),
                    tally.moved(),
                    tally.keys() == 0 ? 0 : 100.0 * tally.moved() / tally.keys(),
                    balance.maxOverMean(),
                    100 * balance.deviation(),
                    tally.before().memory() / 1024.0,
                    lookupNanos(tally.before()));
        }
    }

    /** The time of one lookup of a hashed key, the best of some rounds; 0 when there are no keys. */
    private double lookupNanos(Placement placement) {
        long[] hashes = sample.stream().mapToLong(placement::hash).toArray();
        double best = 0;
        int expected = 0;
        for (int round = 0; round < ROUNDS && hashes.length > 0; round++) {
            long startNanos = System.nanoTime();
            int sum = 0;
            for (long hash : hashes) {
                sum += placement.owner(hash);
            }
            double each = (System.nanoTime() - startNanos) / (double) hashes.length;
            best = round == 0 ? each : Math.min(best, each);
            expected = round == 0 ? sum : expected;
            if (sum != expected) {
                // Checking the sum also keeps the compiler from removing the lookups.
                throw new IllegalStateException(placement.getClass() + " gave different owners for the same keys");
            }
        }
        return best;
    }
}
