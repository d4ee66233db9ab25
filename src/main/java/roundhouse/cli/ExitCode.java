package roundhouse.cli;

/** The exit codes of the program. */
public final class ExitCode {
    public static final int WELL = 0;
    public static final int EXPECTATION_FAILED = 1;
    public static final int BAD_INPUT = 2;

    /** Something went wrong in the program itself ({@code EX_SOFTWARE} of BSD's sysexits). */
    public static final int UNFORESEEN = 70;

    private ExitCode() {}
}
