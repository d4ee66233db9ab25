package roundhouse.cli;

/** The exit codes of the program. */
public final class ExitCode {
    public static final int WELL = 0;
    public static final int EXPECTATION_FAILED = 1;
    public static final int BAD_INPUT = 2;

    /** What was asked cannot be told within the budget. */
    public static final int UNKNOWN = 3;

    /** Something went wrong in the program itself ({@code EX_SOFTWARE} of BSD's sysexits). */
    public static final int UNFORESEEN = 70;

    /** Ended by Ctrl-C: 128 and the number of the signal SIGINT, as shells have it. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
