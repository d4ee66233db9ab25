package roundhouse.cli.words;

import java.math.BigDecimal;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers on the command line, read as files' are: {@code 42.0} is 42, {@code 1e3} is 1000. */
public final class WholeNumbers {
    private WholeNumbers() {}

    /** Teaches a command line, with the commands it has, to read them. */
    public static void register(CommandLine line) {
        line.registerConverter(Long.class, WholeNumbers::read);
        line.registerConverter(long.class, WholeNumbers::read);
        line.registerConverter(Integer.class, WholeNumbers::readInt);
        line.registerConverter(int.class, WholeNumbers::readInt);
    }

    /**
     * A whole number as files take it: {@code 42.0} is one.
     *
     * @throws ArithmeticException when it is none, or does not fit in 64 bits
     */
    public static long whole(String text) {
        return new BigDecimal(text.strip()).longValueExact();
    }

    private static long read(String text) {
        try {
            return whole(text);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number of 64 bits");
        }
    }

    private static int readInt(String text) {
        try {
            return Math.toIntExact(whole(text));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number of 32 bits");
        }
    }
}
