package roundhouse.cli;

/** Input that cannot be used. Its message is the one line the user sees; the program ends with {@link ExitCode#BAD_INPUT}. */
final class InputException extends RuntimeException {
    InputException(String message) {
        super(message);
    }
}
