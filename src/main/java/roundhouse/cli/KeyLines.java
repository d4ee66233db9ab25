package roundhouse.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.function.Consumer;
import roundhouse.cli.options.InputException;
import roundhouse.files.InputFile;

/** Hands on the lines of a file one after another; never more than one is held. */
final class KeyLines {
    private KeyLines() {}

    /** @param what is in the file: "a list of keys" */
    static void read(Path file, String what, Consumer<String> each) {
        long number = 0;
        try (BufferedReader lines = InputFile.text(file, what)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                each.accept(line);
            }
        } catch (CharacterCodingException e) {
            throw new InputException(file + ", after line " + number + ": not UTF-8 text");
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ", line " + number + ": " + e.getMessage());
        }
    }
}
