package roundhouse.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something could not be written. The message is a sentence without a full stop that names the file. */
public final class NotWrittenException extends IOException {
    private final String reason;

    /** @param file the file as its user named it, whatever other file the trouble came from */
    public NotWrittenException(Path file, IOException cause) {
        this(file.toString(), words(cause), cause);
    }

    /** @param what the file, or what else is written */
    public NotWrittenException(String what, IOException cause) {
        this(what, words(cause), cause);
    }

    /** @param what is not written: a file's name, or "the standard output" */
    public NotWrittenException(String what, String reason, @Nullable IOException cause) {
        super("cannot write " + what + ": " + reason, cause);
        this.reason = reason;
    }

    /** Why, in a few words that do not name the file. */
    public String reason() {
        return reason;
    }

    /** What an exception of the file system means, in a few words. */
    static String words(IOException e) {
        return switch (e) {
            case NotWrittenException known -> known.reason;
            case NoSuchFileException _ -> "its directory does not exist";
            case AccessDeniedException _ -> "writing there is not allowed";
            case FileAlreadyExistsException _, NotDirectoryException _ -> "a file is in the place of its directory";
            case FileSystemException of when of.getReason() != null -> plain(of.getReason());
            default -> plain(String.valueOf(e.getMessage()));
        };
    }

    /** The operating system's words, in the program's where these say more. */
    private static String plain(String system) {
        return switch (system) {
            case "No space left on device" -> "no space is left there";
            case "Bad file descriptor" -> "it is closed";
            case "Broken pipe" -> "who read it has closed it";
            case "Read-only file system", "Operation not permitted" -> "writing there is not allowed";
            case "Not a directory" -> "a file is in the place of its directory";
            case "Is a directory" -> "it is a directory";
            default -> system.substring(0, 1).toLowerCase(Locale.ROOT) + system.substring(1);
        };
    }
}
