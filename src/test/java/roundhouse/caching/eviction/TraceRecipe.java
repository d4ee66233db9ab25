package roundhouse.caching.eviction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;

/** The traces of the recordings, made from their recipes: SplitMix64 and a search in the cumulated popularity. */
public final class TraceRecipe {
    private final JsonNode recipe;
    private final double[] cumulated;
    private final int keys;
    private long state;
    private long loop;
    private long fresh;

    private TraceRecipe(JsonNode recipe) {
        this.recipe = recipe;
        keys = whole("keys");
        state = whole("seed");
        fresh = keys;
        cumulated = new double[keys];
        double sum = 0;
        for (int i = 1; recipe.has("s") && i <= keys; i++) {
            sum += 1 / Math.pow(i, recipe.get("s").asDouble());
            cumulated[i - 1] = sum;
        }
    }

    public static long[] trace(JsonNode recipe) {
        TraceRecipe made = new TraceRecipe(recipe);
        long[] trace = new long[made.whole("length")];
        for (int i = 0; i < trace.length; i++) {
            trace[i] = made.key(trace, i);
        }
        return trace;
    }

    static String crc32(long[] keys) {
        return crc32(Arrays.stream(keys)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.US_ASCII));
    }

    static String crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format("%08x", crc.getValue());
    }

    private int whole(String name) {
        return recipe.get(name).asInt();
    }

    private long key(long[] trace, int i) {
        return switch (recipe.get("kind").asString()) {
            case "zipf" -> zipf();
            case "zipf_scan" -> {
                int into = i - whole("at");
                yield into >= 0 && into < whole("scan") ? keys + into : zipf();
            }
            case "loop" -> {
                double noise = recipe.get("noise").asDouble();
                yield noise > 0 && uniform() < noise ? keys + below(whole("extra")) : loop++ % keys;
            }
            case "shift" -> {
                long base = (long) (i / whole("period")) * whole("step");
                yield uniform() < recipe.get("p_hot").asDouble() ? (base + below(whole("hot"))) % keys : below(keys);
            }
            case "mix" -> {
                int depth = whole("depth");
                yield i > depth && uniform() < recipe.get("p_recent").asDouble()
                        ? trace[i - 1 - (int) below(depth)]
                        : zipf();
            }
            case "onehit" -> uniform() < recipe.get("p_once").asDouble() ? fresh++ : zipf();
            default -> throw new IllegalArgumentException(recipe.toString());
        };
    }

    private double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }

    private long below(int bound) {
        return (long) (uniform() * bound);
    }

    private long zipf() {
        double wanted = uniform() * cumulated[keys - 1];
        int low = 0;
        int high = keys - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (cumulated[middle] >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
