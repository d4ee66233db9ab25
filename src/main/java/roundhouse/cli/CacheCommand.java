package roundhouse.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import roundhouse.caching.CacheBound;
import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.caching.eviction.EvictionPolicy;
import roundhouse.caching.traces.KeyTrace;
import roundhouse.caching.traces.KeyTraceFormat;
import roundhouse.caching.traces.KeyTraceReader;
import roundhouse.caching.traces.TraceLineException;
import roundhouse.caching.traces.TraceReplay;
import roundhouse.cli.options.InputException;
import roundhouse.cli.reports.CacheReport;
import roundhouse.cli.words.Nearest;
import roundhouse.files.InputFile;
import roundhouse.kernel.RandomStream;
import roundhouse.topology.json.Units;

/** {@code roundhouse cache}: what a trace of keys hits in a cache, under one eviction policy or several. */
@Command(
        name = "cache",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays a trace of keys to an empty cache, which keeps each key that it misses, and prints what was hit.",
            "Several policies make a table, with the optimum of those who know the future beside them."
        })
final class CacheCommand implements Callable<Integer> {
    private static final Pattern CAPACITY = Pattern.compile("([0-9]{1,18})(B|KiB|MiB|GiB)?");
    private static final String ALL = "all";
    private static final String WHAT = "a trace of keys";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--policy",
            required = true,
            split = ",",
            paramLabel = "P",
            description = "one of: ${COMPLETION-CANDIDATES}; or several; or 'all'",
            completionCandidates = Policies.class)
    private List<String> policies = List.of();

    @Option(
            names = "--capacity",
            required = true,
            paramLabel = "N",
            description = "entries, or bytes with a unit (64MiB) where the trace has sizes")
    private String capacity = "";

    @Option(
            names = "--trace",
            required = true,
            paramLabel = "FILE",
            description = "a key a line, or one of the formats below; '-' for the standard input")
    private Path trace = Path.of("-");

    @Option(
            names = "--trace-format",
            paramLabel = "T",
            description =
                    "keys, timed (ms key [size] [r|w]), arc, lirs, twitter; default: recognised by its first lines")
    private @Nullable String traceFormat;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description =
                    "accesses a second where the trace has no times, for policies with a clock; default: ${DEFAULT-VALUE}")
    private String rate = "10/s";

    @Option(
            names = "--samples",
            paramLabel = "N",
            description =
                    "entries that redis-lru, redis-lfu and volatile-ttl draw for each victim, 1 to 64; default: ${DEFAULT-VALUE}")
    private int samples = EvictionPolicies.USUAL_SAMPLES;

    @Option(names = "--format", paramLabel = "F", description = "text or json; default: ${DEFAULT-VALUE}")
    private String format = "text";

    @Option(names = "--seed", paramLabel = "N", description = "for policies that draw; default: ${DEFAULT-VALUE}")
    private long seed = 42;

    /** The policies' names, for the help text. */
    static final class Policies extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Policies() {
            EvictionPolicies.all().forEach(each -> add(each.key()));
            add(EvictionPolicies.OPT);
            add(EvictionPolicies.BELADY);
        }
    }

    @Override
    public Integer call() {
        boolean json = isJson();
        List<String> names = names();
        CacheBound bound = bound();
        double perSecond = perSecond();
        if (samples < 1 || samples > EvictionPolicies.MOST_SAMPLES) {
            throw new InputException(
                    "--samples: found " + samples + "; 1 to " + EvictionPolicies.MOST_SAMPLES + " is allowed");
        }
        KeyTrace read = read();
        if (bound.unit() == CacheBound.Unit.BYTES && !read.isSized()) {
            throw new InputException("--capacity: bytes need a trace with sizes, and " + trace + " has none");
        }
        long[] keys = read.keys();
        List<CacheReport.Row> rows = new ArrayList<>();
        for (String name : names) {
            EvictionPolicy policy = policy(name, keys);
            rows.add(new CacheReport.Row(
                    policy.key(), TraceReplay.of(read, policy, bound, perSecond, new RandomStream(seed))));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        CacheReport report = new CacheReport(read, bound, rows);
        out.print(json ? report.json() : report.text());
        return ExitCode.WELL;
    }

    private boolean isJson() {
        if (!format.equals("text") && !format.equals("json")) {
            throw new InputException("--format: found " + format + "; text or json is allowed");
        }
        return format.equals("json");
    }

    /** What is asked for; of several, the optimum is one. */
    private List<String> names() {
        List<String> known = new Policies();
        List<String> names = policies.equals(List.of(ALL)) ? known : new ArrayList<>(policies);
        for (String name : names) {
            if (!known.contains(name) && EvictionPolicies.named(name).isEmpty()) {
                throw new InputException(
                        "'" + name + "' is not an eviction policy" + Nearest.suggestionOrAll(name, known));
            }
        }
        if (names.size() > 1 && !names.contains(EvictionPolicies.OPT)) {
            names.add(EvictionPolicies.OPT);
        }
        return names;
    }

    private EvictionPolicy policy(String name, long[] keys) {
        return switch (name) {
            case EvictionPolicies.OPT -> EvictionPolicies.opt(keys);
            case EvictionPolicies.BELADY -> EvictionPolicies.belady(keys);
            default -> EvictionPolicies.named(name, samples).orElseThrow();
        };
    }

    private CacheBound bound() {
        Matcher amount = CAPACITY.matcher(capacity.strip());
        if (!amount.matches()) {
            throw new InputException("--capacity: found " + capacity
                    + "; entries as a whole number, or bytes with B, KiB, MiB or GiB, are allowed");
        }
        long number = Long.parseLong(amount.group(1));
        String unit = amount.group(2);
        if (unit == null) {
            return CacheBound.entries(number);
        }
        int shift = Arrays.asList("B", "KiB", "MiB", "GiB").indexOf(unit) * 10;
        if (number > Long.MAX_VALUE >> shift >> 2) {
            throw new InputException("--capacity: " + capacity + " is more than any machine has");
        }
        return CacheBound.bytes(number << shift);
    }

    private double perSecond() {
        return switch (Units.rate(rate)) {
            case Units.Parsed.Value<Double>(Double value) when value > 0 -> value;
            case Units.Parsed.Value<Double> _ -> throw new InputException("--rate: " + rate + " is not above 0");
            case Units.Parsed.Wrong<Double> wrong -> throw new InputException("--rate: " + wrong.reason());
        };
    }

    private KeyTrace read() {
        KeyTraceFormat given = traceFormat == null ? null : traceFormat(traceFormat);
        try (BufferedReader lines = InputFile.text(trace, WHAT)) {
            return KeyTraceReader.read(lines, given);
        } catch (TraceLineException e) {
            throw new InputException(trace + ", line " + e.line() + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new InputException(trace + ": not UTF-8 text");
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private static KeyTraceFormat traceFormat(String name) {
        return KeyTraceFormat.named(name)
                .orElseThrow(() -> new InputException("--trace-format: '" + name + "' is not a format of traces"
                        + Nearest.suggestionOrAll(
                                name,
                                Arrays.stream(KeyTraceFormat.values())
                                        .map(KeyTraceFormat::key)
                                        .toList())));
    }
}
