package roundhouse.cli.options;

import picocli.CommandLine.Option;

/** How many runs a command makes at a time. */
public final class Workers {
    @Option(names = "--workers", paramLabel = "N", description = "runs at a time; default: one for each core")
    private int count = Runtime.getRuntime().availableProcessors();

    /** Refuses a number that is less than 1, before anything has begun. */
    public void check() {
        Inputs.atLeastOne("--workers", count);
    }

    /** At least 1. */
    public int count() {
        return Inputs.atLeastOne("--workers", count);
    }
}
