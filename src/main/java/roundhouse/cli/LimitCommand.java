package roundhouse.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import roundhouse.cli.limiting.LimitLines;
import roundhouse.cli.limiting.LimitText;
import roundhouse.cli.limiting.LimiterOptions;
import roundhouse.cli.limiting.LineAnswer;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.words.Nearest;
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
            "Each key has a limiter of its own; an empty key (a blank after the time, and no more) is not limited.",
            "",
            "A line of the arrivals is 'MS [KEY] [WORD=VALUE…]', as '120 10.0.0.1 permits=2':",
            "  permits=N    it takes so many, usually 1",
            "  key2=K       (to key9) what a limit with the word key=2 counts by; key=K is the key, and may be empty",
            "  timeout=T    guava: this one would wait so long; without it --timeout counts. rate=N/PERIOD: no arrival,",
            "               the rate is that from here on",
            "  for=T        connections, breakers: it takes so long; or id=NAME, and a later line 'MS ends=NAME' ends it,",
            "               of which a circuit breaker prints 'ended' and its state, Envoy's who starts instead",
            "  result=failed, took=T   circuit-breaker, with for= or ends=: how it ended and how long it took itself",
            "JSON says beside each answer what was counted: tokens left, the time until there are enough, nginx's excess."
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
            paramLabel = "N/PERIOD",
            description = "the rate, or the limit of a window: 10/s, 70/min, 5/500ms")
    private @Nullable String rate;

    @Option(
            names = "--limit",
            paramLabel = "'L WORD…'",
            description = {
                "instead of --rate and the options of a type: one limit, and what it is told as words;",
                "again for several: of leaky-bucket, token-bucket and connections all must let through.",
                "leaky-bucket: '10/s burst=5 nodelay', 'delay=3', 'key=2' (counts by key2=) or 'shared' (one for all);",
                "token-bucket: '10/s burst=20 initial=0 intervally'; guava-warming-up: '2/s warm-up=4s cold-factor=3';",
                "connections: '3' in progress for each key, '7 shared' for all of them;",
                "circuit-breaker: '10' calls or '3s' as its window, 'minimum=5 failures=50%% slow=40%% slower-than=80ms"
                        + " open-for=2s trials=3 in-a-row=5';",
                "envoy-breaker: '1024' connections, 'pending=1024 requests=1024 retries=20%% least-retries=3'"
            })
    private List<String> limits = new ArrayList<>();

    @Option(
            names = "--burst",
            paramLabel = "N",
            description =
                    "leaky-bucket: requests above the rate, usually 0; token-bucket: its capacity, usually the N of the rate;"
                            + " gcra: requests at once, usually 1")
    private @Nullable String burst;

    @Option(names = "--nodelay", description = "leaky-bucket: the whole burst goes on at once")
    private boolean nodelay;

    @Option(
            names = "--delay",
            paramLabel = "N",
            description = "leaky-bucket: so many of the burst go on at once, usually 0")
    private @Nullable String delay;

    @Option(names = "--intervally", description = "token-bucket: all tokens of a period come at its end, as Envoy's")
    private boolean intervally;

    @Option(
            names = "--timeout",
            paramLabel = "T",
            description =
                    "guava, guava-warming-up, resilience4j: who would wait longer is rejected; usually never, and 5s")
    private @Nullable String timeout;

    @Option(names = "--warm-up", paramLabel = "T", description = "guava-warming-up: usually 10s")
    private @Nullable String warmUp;

    @Option(names = "--accepted-only", description = "haproxy-rate: what is rejected does not count (gpc0_rate)")
    private boolean acceptedOnly;

    @Option(
            names = "--tarpit",
            paramLabel = "T",
            description = "who is rejected is held for so long first, as by HAProxy: 'reject MS'")
    private @Nullable String tarpit;

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
            super(LimiterOptions.types());
        }
    }

    @Override
    public Integer call() {
        LimitLines lines = lines();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (format == Format.text) {
            decide(lines, (_, decision) -> out.println(text(decision)));
            return ExitCode.WELL;
        }
        Map<String, Integer> counts = new TreeMap<>();
        ArrayNode list = JsonMapper.shared().createArrayNode();
        decide(lines, (arrival, decision) -> {
            counts.merge(decision.answer(), 1, Integer::sum);
            ObjectNode each = list.addObject();
            each.put("at", seconds(arrival.atNanos())).put("key", arrival.key());
            each.put("answer", decision.answer());
            each.put("delay", seconds(decision.waitNanos()));
            if (!decision.state().isEmpty()) {
                each.put("state", decision.state());
            }
            decision.figures().forEach((name, figure) -> each.putPOJO(name, figure));
        });
        ObjectNode root = JsonMapper.shared().createObjectNode().put("type", type);
        if (rate == null) {
            limits.forEach(root.putArray("limits")::add);
        } else {
            root.put("rate", rate);
        }
        root.put("arrivals", list.size());
        root.put("passed", counts.getOrDefault("pass", 0)).put("delayed", counts.getOrDefault("delay", 0));
        root.put("rejected", counts.getOrDefault("reject", 0));
        root.set("decisions", list);
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root));
        return ExitCode.WELL;
    }

    private void decide(LimitLines lines, LimitLines.Answers answers) {
        long tarpitNanos =
                tarpit == null ? 0 : Inputs.duration("--tarpit", tarpit).toNanos();
        KeyLines.read(
                Objects.requireNonNull(arrivals),
                "a list of arrivals",
                line -> lines.add(
                        line, (arrival, decision) -> answers.add(arrival, decision.heldWhenRejected(tarpitNanos))));
    }

    private LimitLines lines() {
        if (!LimiterOptions.types().contains(type)) {
            throw new InputException(
                    "'" + type + "' is not a limiter" + Nearest.suggestionOrAll(type, LimiterOptions.types()));
        }
        if (keys < 1) {
            throw new InputException("--keys: found " + keys + "; at least 1 is remembered");
        }
        try {
            return new LimitLines(type, given(), keys);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private List<LimitText> given() {
        Map<String, String> words = words();
        if (rate == null && limits.isEmpty()) {
            throw new InputException("--rate or --limit: one of them says what is allowed");
        }
        if (rate != null) {
            if (!limits.isEmpty()) {
                throw new InputException("--rate and --limit: allowed is one of them");
            }
            return List.of(new LimitText("", rate, words));
        }
        if (!words.isEmpty()) {
            String word = words.keySet().iterator().next();
            throw new InputException("--" + word + ": with --limit it stands there, as " + word);
        }
        return limits.stream().map(LimitText::parse).toList();
    }

    /** The options of their own, as words of a limit. */
    private Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        put(words, "burst", burst);
        put(words, "nodelay", nodelay ? "" : null);
        put(words, "delay", delay);
        put(words, "intervally", intervally ? "" : null);
        put(words, "timeout", timeout);
        put(words, "warm-up", warmUp);
        put(words, "accepted-only", acceptedOnly ? "" : null);
        return words;
    }

    private static void put(Map<String, String> words, String name, @Nullable String value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    private static String text(LineAnswer decision) {
        String wait = decision.waitNanos() == 0 ? "" : " " + LimitLines.millis(decision.waitNanos());
        String state = decision.state().isEmpty() ? "" : " " + decision.state();
        return decision.answer() + wait + state;
    }

    private static BigDecimal seconds(long nanos) {
        return new BigDecimal(LimitLines.decimal(nanos, 9));
    }
}
