package roundhouse.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Hands on the lines of a file one after another; never more than one is held. */
final class KeyLines {
    private KeyLines() {}

    static void read(Path file, Consumer<String> each) {
        long number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                open(file), StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                each.accept(line);
            }
        } catch (CharacterCodingException e) {
            throw new InputException(file + ", after line " + number + ": not UTF-8 text");
        } catch (IOException e) {
            throw new InputException(file + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ", line " + number + ": " + e.getMessage());
        }
    }

    private static InputStream open(Path file) throws IOException {
        return file.toString().equals("-") ? System.in : Files.newInputStream(file);
    }
}
