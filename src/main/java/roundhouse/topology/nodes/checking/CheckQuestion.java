package roundhouse.topology.nodes.checking;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/**
 * Where a health check goes and what answer is a good one.
 *
 * @param port a port other than that of requests; null for that
 * @param path the path it asks for; null for what requests ask for
 * @param status the good ones: "200", "2xx", "200-399", or several of those with commas between
 * @param body what the answer must contain; null for anything
 */
public record CheckQuestion(
        @Nullable Integer port,
        @Nullable String path,
        String status,
        @Nullable String body) {
    static final Type<Integer> PORTS = Types.whole(1, 65_535);
    static final Type<String> PATHS = Types.text("a path, like /health", "^/[^\\x00-\\x20]*$", (key, path, checks) -> {
        checks.line(key, path);
        if (!path.startsWith("/") || path.indexOf(' ') >= 0) {
            checks.wrong(key, "a path begins with / and has no spaces, like /health");
        }
    });
    private static final String RANGE = "([1-5][0-9][0-9](-[1-5][0-9][0-9])?|[1-5]xx)";
    private static final String RANGES = "^" + RANGE + "(, ?" + RANGE + ")*$";

    private static final Declarations<CheckQuestion> DECLARED = Declarations.of(CheckQuestion.class, "a health check");

    public static final Setting<CheckQuestion, @Nullable Integer> PORT = DECLARED.setting(
                    "port", CheckQuestion::port, Types.optional(PORTS, "that of requests"))
            .says("Check port", "A port other than that of requests; a target that does not listen there refuses.")
            .usuallyMissing();
    public static final Setting<CheckQuestion, @Nullable String> PATH = DECLARED.setting(
                    "path", CheckQuestion::path, Types.optional(PATHS, "as requests"))
            .says("Check path", "The path a check by request asks for.")
            .usuallyMissing();
    public static final Setting<CheckQuestion, String> STATUS = DECLARED.setting(
                    "expect-status",
                    CheckQuestion::status,
                    Types.text("statuses, like \"200\", \"2xx\" or \"200-399\"", RANGES, (key, text, checks) -> {
                        if (!text.matches(RANGES)) {
                            checks.wrong(key, "statuses look like 200, 2xx or 200-399, with commas between several");
                        }
                    }))
            .component("status")
            .says(
                    "Good status",
                    "The statuses of a good answer; 2xx and 3xx, as HAProxy has it, where nothing is said.")
            .usually("200-399");
    public static final Setting<CheckQuestion, @Nullable String> BODY = DECLARED.setting(
                    "expect-body", CheckQuestion::body, Types.optional(Types.line(), "anything"))
            .component("body")
            .says("Good body", "What a good answer must contain.")
            .usuallyMissing();

    public static final Settings<CheckQuestion> SETTINGS = DECLARED.settings();
    /** At the port of requests, for any page without an error. */
    public static final CheckQuestion USUAL = SETTINGS.usual();

    /** What is wrong with the answer, in words that follow "answered"; empty when it is good. */
    public String complaint(CheckAnswer answer) {
        if (!covers(answer.status())) {
            return Integer.toString(answer.status());
        }
        return body == null || answer.body().contains(body)
                ? ""
                : answer.status() + ", but without \"" + body + "\" in its body";
    }

    private boolean covers(int number) {
        for (int from = 0; from < status.length(); ) {
            int comma = status.indexOf(',', from);
            int to = comma < 0 ? status.length() : comma;
            if (covers(number, from, to)) {
                return true;
            }
            from = to + 1;
            while (from < status.length() && status.charAt(from) == ' ') {
                from++;
            }
        }
        return false;
    }

    private boolean covers(int number, int from, int to) {
        if (status.charAt(to - 1) == 'x') {
            return number / 100 == status.charAt(from) - '0';
        }
        int least = Integer.parseInt(status, from, from + 3, 10);
        int most = Integer.parseInt(status, to - 3, to, 10);
        return number >= least && number <= most;
    }
}
