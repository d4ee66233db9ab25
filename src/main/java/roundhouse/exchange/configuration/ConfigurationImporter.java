package roundhouse.exchange.configuration;

import java.util.Optional;
import roundhouse.topology.json.Problem;

/** Reads the language of one program. */
public interface ConfigurationImporter {
    /** Its name on the command line. */
    String key();

    /** What people call the program. */
    String title();

    /** Whether files of that name are in this language, whatever is in them. */
    boolean isNamed(String fileName);

    /** Whether the text seems to be in this language; asked where no importer knows the name. */
    boolean looksLike(String text);

    /**
     * Reads a text: every line of it that says something is told of, as understood or not.
     *
     * @param text of any kind, also a hostile one
     * @param system where all of it goes
     * @return why nothing can be made of it; nothing when the system was read
     */
    Optional<Problem> read(ConfigurationText text, SystemDraft system);
}
