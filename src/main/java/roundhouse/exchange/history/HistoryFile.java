package roundhouse.exchange.history;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import roundhouse.files.InputFile;
import roundhouse.storage.history.OperationHistory;
import tools.jackson.core.JacksonException;

/**
 * Reads histories, in either of two shapes. Lines of JSON, an operation each, as {@code run --history} writes them: {@code {"client":
 * "A", "kind": "write", "key": "x", "argument": 1, "result": null, "call": 0, "return": 10}}; a line with {@code "model"} or {@code
 * "initial"} says those. Or one object with {@code "model"}, {@code "initial"} and {@code "operations"}, a list each: {@code ["A",
 * "write", "x", 1, null, 0, 10]}. The argument of a compare and set is {@code [FROM, TO]}; a return of null is an unknown outcome.
 */
public final class HistoryFile {
    private HistoryFile() {}

    /** What came of reading. */
    public sealed interface Result {
        record Read(OperationHistory history) implements Result {}

        /** @param message one sentence that names the file and, where it can, the line */
        record Refused(String message) implements Result {}
    }

    /** @param model what the file is to be of; empty for what it says itself */
    public static Result read(Path file, String model) {
        try (Reader text = InputFile.text(file, "a history")) {
            return read(file.toString(), text, model);
        } catch (CharacterCodingException _) {
            return new Result.Refused(file + ": not UTF-8 text");
        } catch (IOException e) {
            return new Result.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** @param name how messages call the text */
    public static Result read(String name, Reader text, String model) {
        try {
            return new Result.Read(new HistoryReader(model).read(text));
        } catch (HistoryReader.WrongException e) {
            return new Result.Refused(name + e.getMessage());
        } catch (JacksonException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                return new Result.Refused(name + ": not UTF-8 text");
            }
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return new Result.Refused(
                    name + (line > 0 ? ", line " + line : "") + ": this is not JSON, or it is cut short");
        }
    }
}
