package roundhouse.exchange.configuration.nginx.syntax;

import java.util.ArrayList;
import java.util.List;
import roundhouse.exchange.configuration.Shown;
import roundhouse.exchange.configuration.nginx.syntax.NginxLexer.Kind;
import roundhouse.exchange.configuration.nginx.syntax.NginxLexer.Token;

/** Makes directives of words: a name, arguments, and a semicolon or a block in braces. */
public final class NginxParser {
    private static final int DEEPEST = 30;
    private static final int MOST = 100_000;

    private final List<Token> tokens;
    private final String file;
    private int at;
    private int count;

    private NginxParser(List<Token> tokens, String file) {
        this.tokens = tokens;
        this.file = file;
    }

    /** @param file the name of an included file; empty for the one that was opened */
    public static List<Directive> parse(String text, String file) throws NginxSyntaxException {
        NginxParser parser = new NginxParser(NginxLexer.tokens(text), file);
        List<Directive> directives = parser.block(0, 0);
        if (parser.at < parser.tokens.size()) {
            throw new NginxSyntaxException(parser.tokens.get(parser.at).line(), "this } closes nothing");
        }
        return directives;
    }

    private List<Directive> block(int depth, int begun) throws NginxSyntaxException {
        if (depth > DEEPEST) {
            throw new NginxSyntaxException(begun, "blocks are nested more than " + DEEPEST + " deep");
        }
        List<Directive> directives = new ArrayList<>();
        while (at < tokens.size() && tokens.get(at).kind() != Kind.CLOSE) {
            directives.add(directive(depth));
        }
        return directives;
    }

    private Directive directive(int depth) throws NginxSyntaxException {
        Token name = tokens.get(at++);
        if (name.kind() != Kind.WORD) {
            throw new NginxSyntaxException(name.line(), "a directive begins with a name, not with " + name.text());
        }
        if (++count > MOST) {
            throw new NginxSyntaxException(name.line(), "more than 100,000 directives; this is too large");
        }
        List<String> arguments = new ArrayList<>();
        while (at < tokens.size() && tokens.get(at).kind() == Kind.WORD) {
            arguments.add(tokens.get(at++).text());
        }
        if (at == tokens.size() || tokens.get(at).kind() == Kind.CLOSE) {
            throw new NginxSyntaxException(
                    name.line(), "\"" + Shown.text(name.text()) + "\" is not ended by ; or a block");
        }
        if (tokens.get(at++).kind() == Kind.SEMICOLON) {
            return new Directive(name.text(), arguments, name.line(), List.of(), false, file);
        }
        List<Directive> block = block(depth + 1, name.line());
        if (at == tokens.size()) {
            throw new NginxSyntaxException(
                    name.line(), "the block of \"" + Shown.text(name.text()) + "\" is not closed by }");
        }
        at++;
        return new Directive(name.text(), arguments, name.line(), block, true, file);
    }
}
