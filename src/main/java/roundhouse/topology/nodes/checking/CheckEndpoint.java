package roundhouse.topology.nodes.checking;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * Where and what a server answers health checks, apart from its requests.
 *
 * @param port a port of its own, at which checks wait for nothing; null for that of requests, where they wait for a core
 * @param path the path at which it answers so; null for any
 * @param status what it answers while it is well
 * @param body what it says then
 */
public record CheckEndpoint(
        @Nullable Integer port, @Nullable String path, int status, String body) {
    private static final Declarations<CheckEndpoint> DECLARED =
            Declarations.of(CheckEndpoint.class, "a health endpoint");

    public static final Setting<CheckEndpoint, @Nullable Integer> PORT = DECLARED.setting(
                    "port", CheckEndpoint::port, Types.optional(CheckQuestion.PORTS, "that of requests"))
            .says(
                    "Check port",
                    "A port of its own, at which checks are answered without a core, even while requests wait or fail.")
            .usuallyMissing();
    public static final Setting<CheckEndpoint, @Nullable String> PATH = DECLARED.setting(
                    "path", CheckEndpoint::path, Types.optional(CheckQuestion.PATHS, "any"))
            .says("Check path", "The path at which it answers checks; another one is answered with 404.")
            .usuallyMissing();
    public static final Setting<CheckEndpoint, Integer> STATUS = DECLARED.setting(
                    "status", CheckEndpoint::status, Types.whole(100, 599))
            .says("Check status", "The status it answers checks with.")
            .usually(200);
    public static final Setting<CheckEndpoint, String> BODY = DECLARED.setting(
                    "body", CheckEndpoint::body, Types.line())
            .says("Check body", "What it answers checks with.")
            .usually("");

    public static final Settings<CheckEndpoint> SETTINGS = DECLARED.described(
                    "Where and what a server answers health checks, apart from its requests.")
            .settings();
    public static final Type<CheckEndpoint> TYPE = new NestedType<>("health-endpoint", SETTINGS);

    /** What a server without one answers, at any path of its port for requests. */
    public static final CheckEndpoint NONE = SETTINGS.usual();

    /** Whether the question comes to a port that is open. */
    public boolean listens(CheckQuestion question) {
        return question.port() == null || question.port().equals(port);
    }

    /**
     * What it answers.
     *
     * @param well what it says where it is asked as it is to be, as it may be otherwise for a time
     */
    public CheckAnswer answer(CheckQuestion question, CheckAnswer well) {
        boolean here = question.port() == null ? port == null : question.port().equals(port);
        if (here && (path == null || path.equals(question.path()))) {
            return well;
        }
        return question.port() == null && (question.path() == null || equals(NONE))
                ? CheckAnswer.PLAIN
                : CheckAnswer.NOT_FOUND;
    }
}
