package roundhouse.exchange.configuration.nginx.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a configuration into words, as ngx_conf_read_token of nginx does: spaces and {@code ; { }} end a word, {@code #} at a word's
 * beginning a comment to the end of the line, quotes hold all between them, a backslash takes the next character as it is, and braces
 * within <code>${name}</code> belong to the word.
 */
final class NginxLexer {
    enum Kind {
        WORD,
        SEMICOLON,
        OPEN,
        CLOSE
    }

    /** @param line where it begins, from 1 */
    record Token(Kind kind, String text, int line) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private NginxLexer(String text) {
        this.text = text;
    }

    /** @throws NginxSyntaxException for a quote that does not end */
    static List<Token> tokens(String text) throws NginxSyntaxException {
        NginxLexer lexer = new NginxLexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() throws NginxSyntaxException {
        char c = text.charAt(at);
        switch (c) {
            case '\n', ' ', '\t', '\r' -> step();
            case ';' -> single(Kind.SEMICOLON);
            case '{' -> single(Kind.OPEN);
            case '}' -> single(Kind.CLOSE);
            case '#' -> {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            }
            case '"', '\'' -> quoted(c);
            default -> word();
        }
    }

    private void step() {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
    }

    private void single(Kind kind) {
        tokens.add(new Token(kind, String.valueOf(text.charAt(at)), line));
        at++;
    }

    private void quoted(char quote) throws NginxSyntaxException {
        int begun = line;
        StringBuilder word = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            character(word);
        }
        if (at == text.length()) {
            throw new NginxSyntaxException(begun, "the quote that begins here does not end");
        }
        at++;
        tokens.add(new Token(Kind.WORD, word.toString(), begun));
    }

    private void word() {
        int begun = line;
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean ofVariable = c == '{' && !word.isEmpty() && word.charAt(word.length() - 1) == '$';
            if (ofVariable) {
                while (at < text.length() && text.charAt(at) != '}' && text.charAt(at) != '\n') {
                    word.append(text.charAt(at++));
                }
                if (at < text.length() && text.charAt(at) == '}') {
                    word.append(text.charAt(at++));
                }
            } else if (" \t\r\n;{".indexOf(c) >= 0) {
                break;
            } else {
                character(word);
            }
        }
        tokens.add(new Token(Kind.WORD, word.toString(), begun));
    }

    /** One character, with the backslash before it: before a quote, itself or what stands for a space it is left out. */
    private void character(StringBuilder word) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
            char after = text.charAt(at + 1);
            switch (after) {
                case 't' -> word.append('\t');
                case 'r' -> word.append('\r');
                case 'n' -> word.append('\n');
                case '"', '\'', '\\' -> word.append(after);
                default -> word.append(c).append(after);
            }
            step();
            step();
        } else {
            word.append(c);
            step();
        }
    }
}
