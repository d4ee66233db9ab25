package roundhouse.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import roundhouse.cli.limiting.LimitArrival;
import roundhouse.cli.limiting.LimiterOptions;
import roundhouse.cli.words.Nearest;
import roundhouse.limits.KeyedLimiter;
import roundhouse.limits.LimiterSettings;
import roundhouse.limits.LimiterType;
import roundhouse.limits.Quota;
import roundhouse.limits.RateLimiter;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.guarding.QuotaText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code roundhouse limit}: what a rate limiter answers to one arrival after another. */
@Command(
        name = "limit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints what a rate limiter answers to each arrival, a line each:",
            "'pass', 'delay MS' (it goes on so many milliseconds later) or 'reject'.",
            "Each key has a limiter of its own; an empty key (a blank after the time, and no more) is not limited."
        })
final class LimitCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--type",
            required = true,
            paramLabel = "T",
            description = "one of: ${COMPLETION-CANDIDATES}",
            completionCandidates = Types.class)
    private String type = "";

    @Option(
            names = "--rate",
            required = true,
            paramLabel = "N/PERIOD",
            description = "the rate, or the limit of a window: 10/s, 70/min, 5/500ms")
    private String rate = "";

    @Option(
            names = "--burst",
            paramLabel = "N",
            description =
                    "leaky-bucket: requests above the rate, usually 0; token-bucket: its capacity, usually the N of the rate;"
                            + " gcra: requests at once, usually 1")
    private @Nullable Long burst;

    @Option(names = "--nodelay", description = "leaky-bucket: the whole burst goes on at once")
    private boolean nodelay;

    @Option(
            names = "--delay",
            paramLabel = "N",
            description = "leaky-bucket: so many of the burst go on at once, usually 0")
    private @Nullable Long delay;

    @Option(names = "--intervally", description = "token-bucket: all tokens of a period come at its end, as Envoy's")
    private boolean intervally;

    @Option(
            names = "--timeout",
            paramLabel = "T",
            description =
                    "guava, guava-warming-up, resilience4j: who would wait longer is rejected; usually never, and 5s")
    private @Nullable String timeout;

    @Option(names = "--warm-up", paramLabel = "T", description = "guava-warming-up: default: ${DEFAULT-VALUE}")
    private String warmUp = "10s";

    @Option(names = "--accepted-only", description = "haproxy-rate: what is rejected does not count (gpc0_rate)")
    private boolean acceptedOnly;

    @Option(
            names = "--keys",
            paramLabel = "N",
            description = "keys that are remembered, the least recently seen is forgotten; default: ${DEFAULT-VALUE}")
    private int keys = 1_000_000;

    @Option(
            names = "--arrivals",
            required = true,
            paramLabel = "FILE",
            description =
                    "a line for each: milliseconds, and after a blank the key, if there are several; '-' for the standard input")
    private @Nullable Path arrivals;

    @Option(names = "--format", paramLabel = "F", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    /** How it is printed. */
    enum Format {
        text,
        json
    }

    /** The types' names, for the help text. */
    static final class Types extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Types() {
            super(Arrays.stream(LimiterType.values()).map(LimiterType::key).toList());
        }
    }

    @Override
    public Integer call() {
        KeyedLimiter limiter = limiter();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        long[] counts = new long[3];
        if (format == Format.text) {
            decide(limiter, (_, wait) -> out.println(text(wait)));
            return ExitCode.WELL;
        }
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ArrayNode list = JsonMapper.shared().createArrayNode();
        decide(limiter, (arrival, wait) -> {
            counts[wait == 0 ? 0 : wait == RateLimiter.REFUSED ? 2 : 1]++;
            ObjectNode each = list.addObject();
            each.put("at", seconds(arrival.atNanos())).put("key", arrival.key());
            each.put("answer", text(wait).split(" ", -1)[0]);
            each.put("delay", seconds(Math.max(0, wait)));
        });
        root.put("type", type).put("rate", rate);
        root.put("arrivals", list.size());
        root.put("passed", counts[0]).put("delayed", counts[1]).put("rejected", counts[2]);
        root.set("decisions", list);
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root));
        return ExitCode.WELL;
    }

    /** What is done with each answer. */
    private interface Answers {
        void add(LimitArrival arrival, long waitNanos);
    }

    private void decide(KeyedLimiter limiter, Answers answers) {
        long[] last = {0};
        KeyLines.read(Objects.requireNonNull(arrivals), "a list of arrivals", line -> {
            LimitArrival arrival = LimitArrival.parse(line);
            if (arrival == null) {
                return;
            }
            if (arrival.atNanos() < last[0]) {
                throw new IllegalArgumentException("the time goes back, from " + millis(last[0]) + " to "
                        + millis(arrival.atNanos()) + " ms; arrivals stand in their order");
            }
            last[0] = arrival.atNanos();
            answers.add(arrival, arrival.key().isEmpty() ? 0 : limiter.ask(arrival.key(), 1, arrival.atNanos()));
        });
    }

    private KeyedLimiter limiter() {
        LimiterType chosen = LimiterType.of(type)
                .orElseThrow(() -> new InputException(
                        "'" + type + "' is not a limiter" + Nearest.suggestionOrAll(type, new Types())));
        if (nodelay && delay != null) {
            throw new InputException("--nodelay and --delay: allowed is one of them");
        }
        if (keys < 1) {
            throw new InputException("--keys: found " + keys + "; at least 1 is remembered");
        }
        try {
            LimiterOptions.check(
                    chosen, Objects.requireNonNull(spec).commandLine().getParseResult());
            return new KeyedLimiter(chosen, settings(chosen), keys, 0);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private LimiterSettings settings(LimiterType chosen) {
        long undelayed = LimiterOptions.whole("--delay", delay, 0);
        return new LimiterSettings(
                quota(),
                LimiterOptions.whole("--burst", burst, chosen == LimiterType.LEAKY_BUCKET ? 0 : 1),
                nodelay ? Long.MAX_VALUE : Math.max(0, undelayed),
                intervally,
                timeout == null
                        ? LimiterSettings.USUAL
                        : Inputs.duration("--timeout", timeout).toNanos(),
                Inputs.length("--warm-up", warmUp).toNanos(),
                acceptedOnly);
    }

    private Quota quota() {
        return switch (QuotaText.parse(rate)) {
            case Parsed.Value<Quota>(Quota quota) -> quota;
            case Parsed.Wrong<Quota>(String reason) -> throw new InputException("--rate: " + reason);
        };
    }

    private static String text(long waitNanos) {
        if (waitNanos == RateLimiter.REFUSED) {
            return "reject";
        }
        return waitNanos == 0 ? "pass" : "delay " + millis(waitNanos);
    }

    private static String millis(long nanos) {
        return decimal(nanos, 6);
    }

    private static BigDecimal seconds(long nanos) {
        return new BigDecimal(decimal(nanos, 9));
    }

    private static String decimal(long nanos, int digits) {
        return nanos == 0
                ? "0"
                : BigDecimal.valueOf(nanos, digits).stripTrailingZeros().toPlainString();
    }
}
