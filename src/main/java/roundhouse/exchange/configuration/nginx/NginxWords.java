package roundhouse.exchange.configuration.nginx;

/** Words of a configuration, in quotes where they need them. */
final class NginxWords {
    private NginxWords() {}

    /** As one word, whatever is in it; a dollar sign begins a variable all the same. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9._/:*@=,+-]+") && !word.startsWith("#")
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
