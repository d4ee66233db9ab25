package roundhouse.cli;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers on the command line, read as files' are: {@code 42.0} is 42, {@code 1e3} is 1000. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** Teaches a command line, with the commands it has, to read them. */
    static void register(CommandLine line) {
        line.registerConverter(Long.class, WholeNumbers::read);
        line.registerConverter(long.class, WholeNumbers::read);
        line.registerConverter(Integer.class, WholeNumbers::readInt);
        line.registerConverter(int.class, WholeNumbers::readInt);
    }

    private static long read(String text) {
        try {
            return Inputs.whole(text);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number of 64 bits");
        }
    }

    private static int readInt(String text) {
        try {
            return Math.toIntExact(Inputs.whole(text));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number of 32 bits");
        }
    }
}
