package roundhouse.exchange.configuration.haproxy;

import java.util.List;

/**
 * A line that says something.
 *
 * @param number from 1
 * @param words without quotes and comment, at least one
 * @param text as it stands there
 */
record HaproxyLine(int number, List<String> words, String text) {
    HaproxyLine {
        words = List.copyOf(words);
    }

    String keyword() {
        return words.getFirst();
    }

    /** That word, or nothing where the line is shorter. */
    String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /** The word after that one; nothing where there is none. */
    String after(String word) {
        int at = words.indexOf(word);
        return at < 0 ? "" : word(at + 1);
    }

    /** The words from that one on. */
    List<String> from(int index) {
        return index < words.size() ? words.subList(index, words.size()) : List.of();
    }

    /** For a note, where the line leaves capital letters open; at the end of a host they mean nothing anyway. */
    String cases() {
        boolean host = words.stream().anyMatch(word -> word.matches("(req\\.)?hdr(_\\w+)?\\(host\\).*|ssl_fc_sni"));
        return words.contains("-i") && !host ? ", capital letters as they stand there" : "";
    }
}
