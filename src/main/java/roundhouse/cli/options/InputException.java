package roundhouse.cli.options;

import roundhouse.cli.ExitCode;

/** Input that cannot be used. Its message is the one line the user sees; the program ends with {@link ExitCode#BAD_INPUT}. */
public final class InputException extends RuntimeException {
    public InputException(String message) {
        super(message);
    }
}
